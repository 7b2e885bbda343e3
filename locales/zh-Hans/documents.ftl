# 办件的法律文书：文书中的文字在作出之日固定下来，以后修改这里不影响已经作出的文书。
# 带 $licence 的文字：事项是行政许可时为 yes，法律对许可另有称谓。

document-title-receipt = 收件凭证
document-title-correction = { $licence ->
    [yes] 行政许可申请材料补正告知书
   *[no] 申请材料补正告知书
 }
document-title-acceptance = { $licence ->
    [yes] 行政许可申请受理通知书
   *[no] 受理通知书
 }
document-title-non-acceptance = { $licence ->
    [yes] 行政许可申请不予受理决定书
   *[no] 不予受理决定书
 }
document-title-special-procedure = { $licence ->
    [yes] 行政许可特别程序告知书
   *[no] 特别程序告知书
 }
document-title-extension = { $licence ->
    [yes] 行政许可延期办理告知书
   *[no] 延期办理告知书
 }
document-title-approval = { $licence ->
    [yes] 准予行政许可决定书
   *[no] 准予办理决定书
 }
document-title-rejection = { $licence ->
    [yes] 不予行政许可决定书
   *[no] 不予办理决定书
 }
document-title-termination = { $licence ->
    [yes] 行政许可终止办理告知书
   *[no] 终止办理告知书
 }
document-title-service-proof = 送达回证

# 文号
document-number = 〔{ $year }〕{ $word }第{ $sequence }号
document-word-receipt = 收件
document-word-correction = 补正
document-word-acceptance = 受理
document-word-non-acceptance = 不受理
document-word-special-procedure = 特别程序
document-word-extension = 延期
document-word-approval = 准予
document-word-rejection = 不予
document-word-termination = 终止
document-word-service-proof = 送达

document-addressee = { $name }：
document-time = { $date } { $time }
document-limit = { $limit }，至{ $date }

document-row-applicant = 申请人
document-row-identity = 证件号码
document-row-item = 申请事项
document-row-case = 办件编号
document-row-submitted = 提交时间
document-row-promised = 承诺办结期限
document-row-statutory = 法定办结期限
document-row-procedure = 特别程序
document-row-length = 所需时间
document-row-result = 办理结果
document-row-served = 送达文书
document-row-served-how = 送达方式
document-row-served-at = 送达时间
document-row-opened-at = 首次查阅时间
document-served-certificate = 电子送达：电子证照和文书存入受送达人在本平台的账户
document-served-decision = 电子送达：文书存入受送达人在本平台的账户
document-served-counter = 直接送达：在窗口领取
document-served-post = 邮寄送达
document-not-opened-yet = 制作本回证时尚未查阅

# 收件凭证
document-receipt-body = 你（单位）提交的上述申请，本机关已经收到。
document-receipt-materials = 收到的申请材料共 { $n } 项：
document-receipt-no-materials = 本次申请只有在线填写的申请表，没有另附材料。
document-receipt-next = 本机关将在{ $date }前（含当日）告知是否受理，或者一次性告知需要补正的全部内容{ $licence ->
    [yes] ；逾期不告知的，自收到申请材料之日起即为受理。
   *[no] 。
 }
document-receipt-limits = 本凭证只证明申请已经收到，不表示申请已经受理或者符合条件。
document-material-files = { $name }（{ $n } 份文件）
document-material-exempt = { $name }（由电子证照或者数据共享核验，免于提交）
document-material-later = { $name }（容缺后补，已收到 { $n } 份文件）
document-material-promise = { $name }（以书面承诺代替）
document-material-paper = { $name }（纸质材料，已在窗口查验或者收取）

# 补正告知书
document-correction-body = 你（单位）提交的上述申请，申请材料不齐全或者不符合规定形式。现将需要补正的全部内容一次性告知如下：
document-point = { $name }：{ $why }
document-point-file = { $name }（文件“{ $file }”）
document-point-page = { $name }（文件“{ $file }”第 { $page } 页）
document-correction-due = 请在{ $date }前（含当日）在本平台补正后重新提交。办理期限自受理之日起计算，补正所用时间不计入。

# 受理通知书
document-acceptance-body = 经审查，你（单位）提交的上述申请，申请材料齐全、符合规定形式，本机关决定予以受理，受理日期为{ $date }。
document-acceptance-deemed = 本机关在规定期限内没有告知是否受理，依照规定，上述申请自收到申请材料之日（{ $date }）起即为受理。
document-acceptance-joint = 本申请包含下列联办事项，由各部门分别作出决定，期限分别计算；申请时没有选择的事项除外：
document-acceptance-matter = { $matter }（承诺期限：{ $limit }）
document-acceptance-clock = 办理期限自受理之日的次日起计算{ $licence ->
    [yes] 。依法需要听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审的，所需时间不计算在期限内，本机关将把所需时间书面告知你（单位）。
   *[no] 。
 }

# 不予受理、不予许可
document-non-acceptance-not_needed = 上述事项依法不需要{ $licence ->
    [yes] 取得行政许可
   *[no] 申请办理
 }。
document-non-acceptance-other_office = 上述事项依法不属于本机关职权范围，请向理由中列明的机关申请。
document-non-acceptance-still_incomplete = 上述申请经补正后，申请材料仍不齐全或者不符合规定形式。
document-non-acceptance-not_entitled = 你（单位）不具备申请上述事项的资格。
document-non-acceptance-body = 本机关经审查，决定不予受理上述申请。理由如下：
document-rejection-body = 经审查，上述申请不符合规定的条件、标准，本机关决定{ $licence ->
    [yes] 不予行政许可
   *[no] 不予办理
 }。理由如下：

# 准予
document-approval-body = 经审查，上述申请符合规定的条件、标准，本机关决定{ $licence ->
    [yes] 准予行政许可
   *[no] 准予办理
 }。
document-approval-silent = 你（单位）在有效期届满前提出了延续申请，本机关在有效期届满前没有作出决定，依照规定视为{ $licence ->
    [yes] 准予延续行政许可
   *[no] 准予延续
 }。
document-approval-opinion = 审查意见：{ $text }
document-approval-next = { $licence ->
    [yes] 本机关将自作出本决定之日起十个工作日内，向你（单位）颁发、送达办理结果。
   *[no] 本机关将按照办事指南载明的方式向你（单位）送达办理结果。
 }

# 特别程序、延期
document-special-procedure-body = 上述申请需要进行上列特别程序，所需时间不计算在办理期限内。提前结束的，办理期限从结束的次日起继续计算。理由如下：
document-extension-body = 上述申请在规定期限内不能作出决定，经本机关负责人批准，办理期限延长 { $limit }，延长后的期限见上列日期。理由如下：

# 终止办理
document-termination-silent = 你（单位）没有在规定期限内按照要求补正申请材料，依照规定视为撤回申请，本机关终止办理。需要时，可以重新提出申请。
document-termination-void = 上述申请属于重复提交或者误提交，本机关作废办结，不再办理。理由如下：
document-termination-technical_error = 上述申请因平台技术原因不能继续办理，本机关终止办理。理由如下：
document-termination-transferred = 上述申请依法应当由其他机关办理，本机关已经转报，不再办理。理由和去向如下：
document-termination-withdrawn = 你（单位）已经撤回上述申请，本机关终止办理。需要时，可以重新提出申请。

# 送达回证
document-service-proof-body = 上列文书已经送达受送达人。以电子方式送达的，送达时间为存入受送达人账户的时间。

# 依据与救济
document-basis = 依据：{ $laws }。
document-and = 、
document-law = 《{ $law }》{ $behind }{ $article }
law-licensing-29 = 《中华人民共和国行政许可法》第二十九条
law-licensing-32-correction = 《中华人民共和国行政许可法》第三十二条第一款第（四）项
law-licensing-32-acceptance = 《中华人民共和国行政许可法》第三十二条第一款第（五）项、第二款
law-licensing-32-refusal = 《中华人民共和国行政许可法》第三十二条第一款、第二款
law-licensing-38-approval = 《中华人民共和国行政许可法》第三十八条第一款
law-licensing-38-rejection = 《中华人民共和国行政许可法》第三十八条第二款
law-licensing-42 = 《中华人民共和国行政许可法》第四十二条第一款
law-licensing-44 = 《中华人民共和国行政许可法》第四十四条
law-licensing-45 = 《中华人民共和国行政许可法》第四十五条
law-licensing-50 = 《中华人民共和国行政许可法》第五十条第二款
law-online-services = 《国务院关于在线政务服务的若干规定》
document-remedies = 如不服本决定，可以自收到本文书之日起六十日内，依法向{ $office }的本级人民政府或者法律规定的其他行政复议机关申请行政复议；也可以自收到之日起六个月内，依法向人民法院提起行政诉讼。
document-remedies-guide = 办事指南载明的救济途径：{ $text }

# 文书末尾
document-note-electronic = 本文书由本机关通过政务服务平台以电子方式制作。电子印章尚未接入，因此没有加盖印章；真伪以验证码查验的结果为准。
document-note-check = 查验方法：扫描二维码，或者在 { $address } 输入验证码 { $code }。
document-code = 验证码：{ $code }
document-code-drawing = 查验本文书的二维码

# 页面
documents-title = 文书
documents-lead = 办理过程中依法作出的书面文书，可以查阅、打印和下载。
documents-opened = 已查阅
documents-new = 未查阅
document-served-at-page = 首次查阅：{ $time }
document-unserved-at-page = 申请人尚未查阅。
document-served-note = { $served }。这个时间已经记录，作为送达的证明。
document-download = 下载 PDF
document-print = 打印
document-verify = 查验本文书
document-case = 返回办件
document-courtesy-title = 英文参考译文
document-courtesy = 译文仅供参考，以中文文书为准。
document-no-print-title = 暂时不能下载 PDF
document-no-print = 本平台还没有配置制作 PDF 所需的字体。网页上的文书内容完整，可以直接打印。
document-no-print-back = 查看网页上的文书

# 公开查验
verify-document-known = 本平台作出过这份文书
verify-document-advice = 请逐项核对手中的文书与下列内容是否一致。
verify-document-kind = 文书名称
verify-document-number = 文号
verify-document-office = 作出机关
verify-document-issued-on = 作出日期
verify-document-state = 状态
verify-document-code = 验证码
verify-document-served = 已作出，已送达
verify-document-issued = 已作出，申请人尚未查阅
