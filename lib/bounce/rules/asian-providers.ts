import { defineRules } from "../define-rule.ts";

const QQ = "https://service.mail.qq.com/detail/122";
const NETEASE =
  "https://help.mail.163.com/faqDetail.do?code=d7a5dc8471cd0c0e8b4b8f4f8e49998e374173cfe9171305fa1ce630d7f67ac2";
const DOCOMO = "https://www.docomo.ne.jp/service/docomo_mail/";
const AU = "https://www.au.com/mobile/service/attention/";

/** Replies of QQ, NetEase, Naver, Daum, Yahoo Japan and the Japanese carriers, by their words. */
export const asianProviders = defineRules({
  name: "asian-providers",
  providers: [
    "tencent",
    "netease",
    "alibaba",
    "sina",
    "sohu",
    "china-mobile",
    "china-telecom",
    "263",
    "naver",
    "daum",
    "hinet",
    "rediff",
    "yahoo-jp",
    "docomo",
    "au",
    "softbank",
    "rakuten-mobile",
    "ocn",
    "nifty",
    "biglobe",
    "so-net",
  ],
  tier: "provider-text",
  rules: [
    {
      id: "asian-providers/qq-mailbox-not-found",
      cause: "recipient_unknown",
      probability: 0.95,
      when: {
        text: [
          /mailbox not found\.? ?(?:http|see|\[)|mailbox unavailable or access denied/i,
          /recipient (?:address )?rejected:? ?invalid (?:user|mailbox)|account is unavailable/i,
          /the recipient may contain a non-existent account/i,
        ],
      },
      source: QQ,
      examples: [
        "550 Mailbox not found. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728",
        "550 The recipient may contain a non-existent account, please check the recipient address. [MA123] https://open.work.weixin.qq.com/help",
        "550 Mailbox unavailable or access denied [AbC. IP: 192.0.2.10]. https://service.mail.qq.com/detail/122/169",
      ],
    },
    {
      id: "asian-providers/qq-content",
      cause: "spam_content",
      probability: 0.92,
      when: {
        text: [
          /mail content denied|mail is rejected by recipients?\.? ?\[?spam/i,
          /suspected (?:bounce attack|spam mail)|message contains? spam|content (?:is )?rejected/i,
          /mail (?:is )?suspected (?:to be|as) spam/i,
        ],
      },
      source: QQ,
      examples: [
        "550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726",
        "550 Mail is suspected to be spam [qq.com] https://service.mail.qq.com/detail/0/92",
      ],
    },
    {
      id: "asian-providers/qq-rejected-by-recipient",
      cause: "sender_blocked_by_recipient",
      probability: 0.93,
      when: {
        text: [
          /(?:mail|message) is rejected by recipients?/i,
          /rejected by (?:the )?recipient'?s? (?:blacklist|blocklist|settings)/i,
        ],
      },
      distinctive: true,
      source: QQ,
      examples: [
        "550 Mail is rejected by recipients [AbC. IP: 192.0.2.10]. http://service.mail.qq.com/cgi-bin/help?id=20022",
      ],
    },
    {
      id: "asian-providers/qq-frequency",
      cause: "rate_limited",
      probability: 0.95,
      when: {
        text: [
          /(?:ip|connection|domain|sender|mail|message) (?:sending )?frequency (?:is )?limited/i,
          /frequency limited|sending frequency/i,
        ],
      },
      distinctive: true,
      source: QQ,
      examples: [
        "550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722",
        "550 Domain frequency limited [AbC. IP: 192.0.2.10].",
      ],
    },
    {
      id: "asian-providers/qq-suspected-ip",
      cause: "ip_blocklisted_private",
      probability: 0.85,
      otherCauses: [{ cause: "reputation_low", probability: 0.12 }],
      when: {
        text: [
          /suspected spam ip|ip (?:address )?(?:is )?(?:blocked|in blacklist)/i,
          /connection (?:has been )?denied/i,
        ],
      },
      source: QQ,
      examples: [
        "550 Suspected spam ip. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000725",
      ],
    },
    {
      id: "asian-providers/qq-sender-authentication",
      cause: "spf_failure",
      probability: 0.85,
      otherCauses: [{ cause: "authentication_multiple", probability: 0.1 }],
      when: { text: /spf check failed|mi:sfq/i },
      distinctive: true,
      source: QQ,
      examples: [
        "550 SPF check failed. http://service.mail.qq.com/cgi-bin/help?id=20022",
        "550 MI:SFQ 163 mx12,xcS0CgAHkD1AbCd 192.0.2.10 https://mail.163.com/help",
      ],
    },
    {
      id: "asian-providers/netease-spam",
      cause: "spam_content",
      probability: 0.94,
      when: { text: /\bdt:(?:spm|spb)\b/i },
      distinctive: true,
      source: NETEASE,
      examples: ["554 DT:SPM 163 mx8,QcCowAAXHkD1 192.0.2.10 http://mail.163.com/help/help_spam_16.htm"],
    },
    {
      id: "asian-providers/netease-blocklisted",
      cause: "ip_blocklisted",
      probability: 0.86,
      otherCauses: [{ cause: "reputation_low", probability: 0.1 }],
      when: { text: /\b(?:dt:rbl|hl:ipb|hl:dbl|hl:rbl|hl:hep)\b/i },
      distinctive: true,
      source: NETEASE,
      examples: ["550 HL:IPB 163 mx9,PMmowEAH 192.0.2.10 http://mail.163.com/help/help_spam_16.htm"],
    },
    {
      id: "asian-providers/netease-sender-blocked",
      cause: "sender_blocked_by_recipient",
      probability: 0.8,
      when: { text: /\bmi:(?:spb|blk|cew)\b|\bst:(?:clq|udr)\b/i },
      distinctive: true,
      source: NETEASE,
      examples: ["553 MI:SPB 163 mx11,QMmowAC 192.0.2.10 http://mail.163.com/help/help_spam_16.htm"],
    },
    {
      id: "asian-providers/netease-rate",
      cause: "rate_limited",
      probability: 0.92,
      when: {
        text: /\b(?:rp:(?:icc|ccl|cel|trc)|hl:(?:itc|icc|ifc|mep)|mi:(?:dmc|stc|nhc|smc)|rp:qrc|mi:cea)\b/i,
      },
      distinctive: true,
      source: NETEASE,
      examples: [
        "451 RP:CEL 163 mx7,PMmowEAH 192.0.2.10 http://mail.163.com/help/help_spam_16.htm",
        "450 MI:DMC 163 mx10,QMCowAC https://help.mail.163.com",
      ],
    },
    {
      id: "asian-providers/netease-malformed",
      cause: "message_malformed",
      probability: 0.85,
      when: { text: /\b(?:mi:(?:ime|nhd|win)|st:(?:mkd|fmt))\b|requested action not taken: null sender/i },
      distinctive: true,
      source: NETEASE,
      examples: ["550 MI:IMF; MI:NHD 163 mx1,malformed header http://mail.163.com/help/help_spam_16.htm"],
    },
    {
      id: "asian-providers/chinese-unknown",
      cause: "recipient_unknown",
      probability: 0.94,
      when: {
        text: /(?:收件人|收信人|用户|邮箱|帐号|账号|地址)[^。]{0,40}不存在|找不到收件人|無此(?:帳號|使用者)|收件者不存在/i,
      },
      distinctive: true,
      source: QQ,
      examples: ["收件人邮件地址（nobody@example.com）不存在，邮件无法送达。", "550 用户不存在"],
    },
    {
      id: "asian-providers/chinese-full",
      cause: "mailbox_full",
      probability: 0.94,
      when: { text: /(?:邮箱|信箱|郵箱|容量|空间)[^。]{0,20}(?:已满|已滿|不足|超出|爆满)/i },
      distinctive: true,
      source: QQ,
      examples: ["552 收件人邮箱已满"],
    },
    {
      id: "asian-providers/chinese-spam",
      cause: "spam_content",
      probability: 0.88,
      when: { text: /(?:垃圾邮件|垃圾郵件)|邮件内容[^。]{0,20}(?:拒绝|拦截|涉嫌)/i },
      distinctive: true,
      source: QQ,
      examples: ["554 邮件内容涉嫌垃圾邮件，被拒收"],
    },
    {
      id: "asian-providers/chinese-rejected-by-recipient",
      cause: "sender_blocked_by_recipient",
      probability: 0.85,
      when: { text: /(?:对方|收件人|收信方)[^。]{0,20}(?:拒收|黑名单|拒绝接收)/i },
      distinctive: true,
      source: QQ,
      examples: ["该邮件被对方拒收：收件人将您加入了黑名单"],
    },
    {
      id: "asian-providers/naver-spam",
      cause: "spam_content",
      probability: 0.85,
      when: { text: /message rejected(?: by)? ?naver|naver.{0,40}(?:spam|rejected)|스팸/i },
      source: "https://help.naver.com/",
      examples: ["550 5.7.1 Message rejected by naver spam filter abcd - nsmtp http://help.naver.com"],
    },
    {
      id: "asian-providers/korean-unknown",
      cause: "recipient_unknown",
      probability: 0.94,
      when: {
        text: /(?:존재하지 않는|없는) (?:사용자|메일|주소|수신자)|(?:사용자|수신자|메일 주소)[^.]{0,20}(?:없습니다|존재하지 않)/i,
      },
      distinctive: true,
      source: "https://help.naver.com/",
      examples: ["550 5.1.1 존재하지 않는 사용자입니다"],
    },
    {
      id: "asian-providers/korean-full",
      cause: "mailbox_full",
      probability: 0.94,
      when: { text: /(?:메일함|메일 ?용량|편지함)[^.]{0,20}(?:초과|가득|부족)/i },
      distinctive: true,
      source: "https://help.naver.com/",
      examples: ["552 5.2.2 수신자의 메일함 용량이 초과되었습니다"],
    },
    {
      id: "asian-providers/docomo-unknown",
      cause: "recipient_unknown",
      probability: 0.95,
      when: { text: /unknown user.{0,60}docomo|docomo.{0,60}unknown user|550 unknown user/i },
      source: DOCOMO,
      examples: ["550 Unknown user nobody@docomo.ne.jp"],
    },
    {
      id: "asian-providers/docomo-restricted",
      cause: "recipient_restricted",
      probability: 0.75,
      otherCauses: [
        { cause: "sender_blocked_by_recipient", probability: 0.12 },
        { cause: "recipient_unknown", probability: 0.08 },
      ],
      when: {
        text: [
          /(?:service not permitted|mail (?:was )?(?:refused|blocked) by (?:the )?(?:user|receiver)|rejected by (?:user )?(?:filter|settings))/i,
          /受信拒否|指定受信/i,
        ],
      },
      distinctive: true,
      source: DOCOMO,
      examples: [
        "550 Mail refused by the user settings of the receiver [mfsmax.docomo.ne.jp]",
        "受信拒否設定により配信できませんでした",
      ],
    },
    {
      id: "asian-providers/carrier-rate",
      cause: "rate_limited",
      probability: 0.9,
      when: {
        codes: ["4xx"],
        text: [
          /too (?:many|much) (?:mail|messages|connection|data)|service not available, closing/i,
          /resources temporarily unavailable/i,
        ],
      },
      source: AU,
      examples: ["421 mfsmax.docomo.ne.jp Service not available, closing transmission channel"],
    },
    {
      id: "asian-providers/au-unknown",
      cause: "recipient_unknown",
      probability: 0.93,
      when: {
        codes: ["5xx"],
        text: /user unknown|(?:<|: )?[^ ]{1,90}@(?:ezweb\.ne\.jp|au\.com)>?: ?(?:user|no such)/i,
      },
      source: AU,
      examples: ["550 <nobody@ezweb.ne.jp>: User unknown"],
    },
    {
      id: "asian-providers/softbank-unknown",
      cause: "recipient_unknown",
      probability: 0.93,
      when: { codes: ["5xx"], text: /invalid recipient|recipient (?:address )?(?:unknown|not found)/i },
      source: "https://www.softbank.jp/mobile/support/mail/",
      examples: ["550 Invalid recipient: <nobody@softbank.ne.jp>"],
    },
    {
      id: "asian-providers/japanese-unknown",
      cause: "recipient_unknown",
      probability: 0.93,
      when: {
        text: [
          /(?:宛先|受信者|あて先|メールアドレス|アドレス|ユーザー?)[^。]{0,40}(?:存在しません|見つかりません|見つかりませんでした|不明|存在しない|確認できません)/i,
          /[a-z0-9] ?が[^。]{0,90}見つかりません/i,
        ],
      },
      distinctive: true,
      source: "observed: reports of Japanese mail systems",
      examples: ["宛先のメールアドレスが存在しません。", "受信者のアドレスが見つかりませんでした"],
    },
    {
      id: "asian-providers/japanese-full",
      cause: "mailbox_full",
      probability: 0.94,
      when: {
        text: /(?:メールボックス|受信トレイ|メールサーバー?の容量|容量)[^。]{0,30}(?:いっぱい|一杯|超え|超過|オーバー|満杯)/i,
      },
      distinctive: true,
      source: "observed: reports of Japanese mail systems",
      examples: ["受信者のメールボックスがいっぱいのため配信できませんでした"],
    },
    {
      id: "asian-providers/japanese-disabled",
      cause: "recipient_disabled",
      probability: 0.9,
      when: {
        text: /(?:アカウント|メールボックス|アドレス)[^。]{0,30}(?:無効|停止|利用できません|休止|解約)/i,
      },
      distinctive: true,
      source: "observed: reports of Japanese mail systems",
      examples: ["550 5.2.1 このアカウントは停止されています"],
    },
    {
      id: "asian-providers/japanese-too-large",
      cause: "message_too_large",
      probability: 0.95,
      when: {
        text: /(?:メッセージ|メール|添付ファイル)[^。]{0,30}(?:大きすぎ|サイズ[^。]{0,15}(?:超え|超過|制限))/i,
      },
      distinctive: true,
      source: "observed: reports of Japanese mail systems",
      examples: ["メッセージのサイズが受信者の制限を超えています"],
    },
    {
      id: "asian-providers/yahoo-jp-unknown",
      cause: "recipient_unknown",
      probability: 0.93,
      when: {
        text: [
          /this user doesn't have an? [a-z0-9.]{1,40} account|no such (?:user|mailbox)/i,
          /user doesn't exist/i,
        ],
      },
      source: "https://support.yahoo-net.jp/SccMail/",
      examples: ["550 No such user nobody@yahoo.co.jp (#5.1.1)"],
    },
  ],
});
