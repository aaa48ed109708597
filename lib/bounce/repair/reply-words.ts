/**
 * Words of SMTP replies and of delivery reports. Two halves of a word are joined only when the whole is in this list
 * and one half is not.
 */
export const REPLY_WORDS: ReadonlySet<string> = new Set(
  `a abort aborted aborting about above abuse abused abusive accept acceptable acceptance accepted accepting accepts access
  account accounts action active activity actual actually add added adding additional address addressed addresses
  administrative administrator administrators after again against agent alias aliases align aligned alignment all allow
  allowed allows already also always an and annotation anonymous another answer any applicable apply are arrived as ask
  associated at attach attached attachment attachments attempt attempted attempts attribution authenticate
  authenticated authentication authority authorisation authorised authorization authorize authorized auto automated
  automatic automatically available backend bad bandwidth banned be because been before being below between blacklist
  blacklisted blacklists block blocked blocking blocklist blocklisted blocks body both bounce bounced bounces box broken
  bulk business busy but by byte bytes call called can cannot catch cause caused cert certificate change changed
  character characters check checked checking checks clean click client clients close closed closing code codes command
  commands common communication community complain complaint complaints complete completed compliance compliant
  compromised concurrent condition conditions config configuration configured confirm conflict connect connected
  connecting connection connections connector considered consult contact contacts contain contained containing contains
  content contents control convert copy correct correctly corrupt could count country create created criteria current
  currently customer daemon daily data database date day days deactivated dead declined default defer deferred delay
  delayed delete deleted deliver deliverable delivered deliveries delivering delivery denied deny denying description
  destination destinations details detected detection device diagnostic did different directory disabled disallowed
  disconnect disconnected disconnecting discarded disk dns do does domain domains done double down due duplicate during
  dynamic each either email emails empty enable enabled encoding encountered encrypted encryption end enforced enough
  ensure enter entered envelope error errors etc even every exceed exceeded exceeds exchange excessive executable exist
  existing exists expect expected expired explanation extension external fail failed failing fails failure failures
  false few field fields file files filesystem filter filtered filtering filters final find finding first following for
  forbidden form format forward forwarded forwarding found free frequency frequently from full further gateway general
  generated generic get given gmail go got greylist greylisted greylisting group groups guidelines had handle handshake
  has hashed have header headers hello help here high his history home hop hops host hosted hosting hostname hosts hour
  hourly hours how however html http https identified if illegal impersonation important improper in inactive inbound
  inbox include included includes incoming incorrect incorrectly indicates individual infected information infrastructure
  initiate insufficient instead instructions intended interested interface internal internet invalid invalidated is
  issue issues it item its job junk just keep key known large last later latest learn least length less level limit
  limitation limited limits line lines link linked links list listed listing lists load local locally located locked log
  login long look lookup lookups loop loops loss lost low lowered machine mail mailbox mailboxes mailer mailing mails
  maintenance make malformed malicious malware management manager many mark marked match matched matches matching
  maximum may means mechanism member memory message messages messaging might minute minutes misconfigured missing
  mistake mode moderation modified month more moved much multiple must name names need needed needs negative network new
  next no nobody nonexistent nonlocal normal not notice notification notified now null number numbers object of off
  office old on once one only open operation operator option or order organisation organization original originating
  other our out outbound outgoing over overload overloaded overquota owner packet page parameter parameters part parse
  parties party pass passed passing password path per percent perform period permanent permanently permission permissions
  permitted phishing please point policies policy poor port possible possibly postal postmaster potential potentially
  prefix prepend present prevent prevented previous private probably problem problems procedure process processed
  processing prohibited proper properly protect protected protection protocol provide provided provider public publish
  published publishes quarantine quarantined quarantining query queue queued quota rate ratelimit rates reach reachable reached
  read reason reasons receive received receiver receives receiving recent recently recipient recipients recognized
  recommend reconnect record records redirect reduce refer reference refuse refused refuses refusing regarding region
  registered regular reject rejected rejecting rejection rejections rejects relay relayed relaying remote remove removed
  removal repeat repeated reply report reported reporting reports reputation request requested requests require required
  requirement requirements requires reset resolution resolve resolved resolver resolving resource resources respond
  response restricted restriction restrictions result results retry retrying return returned returning reverse review rfc
  route routing rule rules safe same scan scanned scanner score second seconds secure security see seems select send
  sender senders sending sends sent sequence server servers service services session set several should shut sign
  signature signatures signed similar simultaneous since single site size slow so socket soft software some something
  soon sorry source space spam spammer spamming specified specify spelling spf spoof spoofed spoofing standards start
  started state status still stop storage store stored strategy strict string structure subject submission subscribe
  such sufficient suggestions support supported suspected suspended suspicious suppressed suppression syntax system
  systems table take tarpit technical temporarily temporary tenant terminated terminating test text than that the their
  them then there therefore these they this those threat threshold through throttle throttled throttling thus time
  timed timeout times to today too total traffic transaction transfer transient transport triggered troubleshooting true
  trusted try trying type typos unable unacceptable unauthenticated unauthorised unauthorized unavailable unblock
  undeliverable undelivered understand unexpected unfortunately unique unknown unlisted unreachable unrecognised
  unrecognized unresolvable unrouteable unroutable unsafe unsolicited unsubscribe until unusual unsupported unverified up
  update updated upgrade upon use used user username users using usual valid validate validated validation value verification
  verified verify version via view violated violates violation virtual virus visit volume wait want warning was way we
  web website were what when where whether which while whitelist who why will with within without words working would
  write wrong year yet you your yourself zero zone`.split(/\s+/),
);
