/** Words that betray which mail system wrote a reply, wherever it was quoted. Asked before the host is looked at. */
export interface ProviderMarker {
  readonly provider: string;
  readonly text: RegExp;
  /** Set where other systems quote the same words, so that a known host is believed more. */
  readonly weak?: true;
}

export const PROVIDER_MARKERS: readonly ProviderMarker[] = [
  // Outlook.com before Microsoft 365: both sign with the same hosts, only the consumer service has these pages.
  {
    provider: "outlook-consumer",
    text: /olc\.protection\.outlook\.com|postmaster\.live\.com|mail\.live\.com\/mail\/|sendersupport\.olc/i,
  },
  {
    provider: "outlook-consumer",
    text: /\((?:s3140|s3150|s3114|s8001|s8002|s775|s843|s844)\)|\b(?:rp-00[1-9]|sc-00[1-9]|dy-00[1-9]|ou-00[1-9])\b/i,
  },
  {
    provider: "microsoft365-cn",
    text: /\.prod\.(?:protection\.)?partner\.outlook\.cn|protection\.partner\.outlook\.cn[ \]]/i,
  },
  // The bracket at the end of a reply of Exchange Online: [HOST], [HOST time session].
  {
    provider: "microsoft365",
    text: /\[[^\]\s]{1,80}\.(?:prod|eop-[a-z0-9]{1,20}|mail\.eo)\.?[a-z0-9.]{0,40}outlook\.com[\s\]]/i,
  },
  {
    provider: "microsoft365",
    text: /\bas\((?:201806271|201806281|16012607|16012609|77713912|32100|3110|3100)\)/i,
  },
  { provider: "microsoft365", text: /aka\.ms\/exosmtperrors/i },
  { provider: "microsoft365", text: /sender\.office\.com|delist@microsoft\.com|go\.microsoft\.com\/fwlink/i },
  { provider: "google-workspace", text: /(?:- gsmtp\b|- gcdp\b|\bgsmtp$|\bgcdp$)/i },
  {
    provider: "google-workspace",
    text: /support\.google\.com\/|mail\.google\.com\/(?:support|mail)\/|\.google\.com\/smtp/i,
  },
  {
    provider: "yahoo",
    text: /postmaster\.(?:yahoo|yahooinc|verizonmedia|info\.aol|aol)\.com|senders\.yahooinc\.com|help\.yahoo\.com/i,
  },
  { provider: "yahoo", text: /\[(?:ts|tss|bl|ph|gl|vs)\d{2}(?:-\d{2})?\]/i },
  { provider: "icloud", text: /support\.apple\.com|icloudadmin@apple\.com|postmaster@icloud\.com/i },
  { provider: "icloud", text: /\[(?:cs01|cs02|hm08|hm07)\]/i },
  {
    provider: "mimecast",
    text: /mimecast\.com|mimecastsupport\.zendesk\.com|mimecast\.helpmax\.net/i,
    weak: true,
  },
  { provider: "proofpoint", text: /ipcheck\.proofpoint\.com|support\.proofpoint\.com/i, weak: true },
  { provider: "barracuda", text: /cuda_nsu|\bbarracudanetworks\.com/i, weak: true },
  {
    provider: "symantec",
    text: /messagelabs\.com\/support|symanteccloud\.com|knowledge\.broadcom\.com|ipremoval\.sms\.symantec\.com/i,
  },
  {
    provider: "trendmicro",
    text: /\bers-(?:dul|rbl|qil|customized|block)|ers\.trendmicro\.com|imss-rejected/i,
    weak: true,
  },
  { provider: "sophos", text: /\.hydra\.sophos\.com|sophos\.com\/[a-z]/i, weak: true },
  { provider: "hornetsecurity", text: /hornetsecurity\.com|antispameurope\.com/i, weak: true },
  {
    provider: "cloudflare-routing",
    text: /developers\.cloudflare\.com\/email-routing|email-routing\.cloudflare/i,
  },
  {
    provider: "zoho-mail",
    text: /\bzoho\.(?:com|eu|in)\/mail|mail\.zoho\.(?:com|eu|in)|zohomail/i,
    weak: true,
  },
  {
    provider: "yandex",
    text: /(?:support|help|feedback|postmaster|feedback2)\.yandex\.(?:ru|com)|yandex\.(?:ru|com)\/support|ya\.cc\//i,
  },
  { provider: "mail-ru", text: /help\.mail\.ru|postmaster\.mail\.ru|mail\.ru\/notspam/i },
  {
    provider: "gmx",
    text: /postmaster\.gmx\.(?:com|net|de|at|ch)|(?:mx|mailin|mail)\.gmx\.(?:net|com) gmx mailservices/i,
  },
  { provider: "webde", text: /postmaster\.web\.de/i },
  { provider: "mail-com", text: /postmaster\.mail\.com/i },
  { provider: "ionos", text: /postmaster\.(?:1and1|1und1|ionos|kundenserver)\.(?:com|de)/i },
  {
    provider: "t-online",
    text: /(?:postmaster|tosa|tobr|fpr)[@.](?:rx\.)?t-online\.de|\bt-online\.de\/postmaster/i,
  },
  { provider: "comcast", text: /postmaster\.comcast\.net|xfinity\.com\/|comcast\.net\/help/i },
  { provider: "att", text: /abuse_rbl@abuse-att\.net|\batt\.com\/|rbl\.att\.net|blacklisted at att/i },
  {
    provider: "charter",
    text: /spectrum\.net\/|charter\.(?:com|net)\/|security\.rr\.com|postmaster\.rr\.com|\baup#[io]-\d{3,4}/i,
  },
  { provider: "cox", text: /postmaster\.cox\.net|cox\.com\/|\bcxt?\w{0,4}\d{1,2}: /i, weak: true },
  { provider: "orange-fr", text: /\bofr_?\d{0,4}_?\d{3}\b|postmaster\.orange\.fr|\bopc\d{3}_\d{3}/i },
  { provider: "laposte", text: /\blpn\d{3}_\d{3}\b|postmaster\.laposte\.net/i },
  { provider: "free-fr", text: /postmaster\.(?:free\.fr|proxad\.net)/i },
  { provider: "sfr", text: /postmaster\.sfr\.fr|messagerie\.sfr\.fr/i },
  { provider: "libero", text: /\biol\.local\b|\blib_\d{3}\b|postmaster\.libero\.it/i },
  { provider: "tencent", text: /service\.mail\.qq\.com|open\.work\.weixin\.qq\.com|exmail\.qq\.com/i },
  {
    provider: "netease",
    text: /mail\.163\.com\/help|help\.mail\.163\.com|feedback\.mail\.126\.com|qiye\.163\.com/i,
  },
  { provider: "naver", text: /help\.naver\.com|mail\.naver\.com/i },
  { provider: "daum", text: /cs\.daum\.net|daum\.net\/postmaster/i },
  { provider: "seznam", text: /napoveda\.seznam\.cz|o-seznam\.cz/i },
  { provider: "wp", text: /pomoc\.wp\.pl|poczta\.wp\.pl/i },
  { provider: "uol", text: /uol\.com\.br\/antispam|antispam\.uol/i },
];
