# 首页、服务列表、办事指南，以及事项的代码用文字怎么说。

## 首页
home-title = 首页
home-description = 查找政务服务事项，看清条件、材料、时限和费用，在网上申请，查询进度，核验电子证照。
home-heading = 您要办什么事？
home-lead =
    { $n ->
        [0] 服务事项正在整理，暂时没有可以查看的内容。
       *[other] 在 { $n } 项政务服务中查找，看清怎么办，能在网上办的直接办。
    }
home-search-label = 输入要办的事，例如：社会保障卡
home-examples = 例如：
home-example-1 = 社会保障卡
home-example-2 = 身份证
home-example-3 = 居住证
home-example-4 = 驾驶证
home-example-5 = 失业
home-link-progress = 查办件进度
home-link-progress-about = 办到了哪一步，还有几天
home-link-verify = 核验电子证照
home-link-verify-about = 扫码或者输入标识，辨别真伪
home-link-access-records = 谁查过我的信息
home-link-access-records-about = 哪个部门、什么时候、为什么事
home-cases = 正在办的事
home-cases-none = 您现在没有正在办的事。
home-cases-all = 查看全部办件
home-notices = 最新消息
home-notices-all =
    { $n ->
        [0] 查看全部消息
       *[other] 查看全部消息（{ $n } 条未读）
    }
home-life = 人生大事
home-groups = 我是
group-person = 个人
group-enterprise = 企业
group-institution = 事业单位
group-association = 社会组织
home-online = 现在就能在网上办
home-topics = 按主题找
home-departments = 按部门找
home-more-departments = 其他 { $n } 个部门
home-help = 想找人问问
home-help-text = 拨打政务服务便民热线，每天 24 小时有人接听。

## 服务列表
crumb-home = 首页
items-title = 服务事项
items-title-of = 服务事项：{ $name }
items-title-search = 搜索“{ $query }”
items-title-page = { $title }（第 { $n } 页）
items-count = { $n } 项
items-found =
    { $n ->
        [0] 没有找到事项
       *[other] 共 { $n } 项
    }
items-searched = 搜索内容：“{ $query }”
items-filters = 缩小范围：主题、部门、服务对象
items-by-topic = 主题
items-all-topics = 全部主题
items-department = 办理部门
items-all-departments = 全部部门
items-audience = 服务对象
items-all-audiences = 全部对象
items-narrow = 按这些条件查找
items-reset = 清除全部条件
items-none = 没有符合这些条件的事项。
items-none-for = 没有找到名称里有“{ $query }”的事项。
items-advice-shorter = 换一个更短、更常用的说法，例如用“社保卡”代替“补办社会保障卡”。
items-advice-everywhere = 去掉主题、部门等条件，在全部事项中搜索
items-advice-all = 查看全部服务事项
items-advice-call = 仍然找不到，请拨打 12345，工作人员会告诉您该找哪个部门。

## 一个事项
item-rated = 好差评：平均 { $mean } 分（满分 5 分），近十二个月 { $n } 次评价
item-rated-by-few = 好差评：近十二个月 { $n } 次评价
item-online = 可在线办理
item-instant = 当场办结
item-description = { $name }：办理部门、服务对象和办理方式。
item-department = 办理部门
item-main-item = 所属主项
item-type = 事项类型
item-handling = 办件类型
item-code = 事项编码
item-version = 指南版本
item-facts = 事项信息
item-counter-title = 这个事项在窗口办理
item-counter-text = 这个事项还没有开通网上办理，详细的办事指南也还没有发布。请带上身份证件到办理部门的窗口，或者先打电话问清需要哪些材料。
list-separator = { "、" }

## 办理入口
apply = 在线办理
apply-about = 填写的内容保存在“我的办件”里，可以分几次填完。
apply-sign-in = 需要先登录，登录后会直接进入办理。
apply-officer = 您以工作人员身份登录。申请人要用个人账户登录后办理。
apply-kiosk = 刷身份证后办理

## 办事指南
guide-at-a-glance = 要点
guide-side = 办理和咨询
glance-online = 能在网上办吗
glance-online-yes = 能
glance-online-no = 不能，到窗口办
glance-cost = 收费吗
glance-where = 在哪里办
glance-materials = 要交什么
glance-documents =
    { $n ->
        [0] 不用交材料
       *[other] { $n } 份材料
    }
glance-places-online =
    { $n ->
        [0] 网上
       *[other] 网上，或 { $n } 个窗口
    }
glance-places-counter =
    { $n ->
        [0] 办理部门的窗口
       *[other] { $n } 个窗口
    }
guide-contents = 指南目录
guide-duration = 承诺办理时间
guide-visits-label = 要跑几次
guide-visits =
    { $n ->
        [0] 一次都不用跑
       *[other] { $n } 次
    }
guide-free = 不收费
guide-fee = 收费
guide-consult = 咨询电话
guide-complain = 投诉电话
guide-conditions = 我能办吗
guide-materials = 要准备什么
guide-no-materials = 不需要提交材料。
guide-time = 要多久
guide-promised = 承诺时限
guide-statutory = 法定时限
guide-time-note = 从受理的第二天开始计算。工作日不含周末和法定节假日，调休上班的周末算工作日。
guide-procedure = 办理流程
guide-cost = 费用
guide-free-text = 办理这个事项不收取任何费用。
guide-where = 在哪里办
guide-channels = 办理渠道
guide-result = 办成后得到什么
guide-questions = 常见问题
guide-review = 对决定不服怎么办
guide-law = 法律依据
guide-catalogue = 事项信息

## 材料
material-exempt = 不用交
material-originals = 原件 { $n } 份
material-copies = 复印件 { $n } 份
material-how-many = （{ $copies }）
material-kind-certificate = 证照
material-kind-proof = 证明材料
material-kind-application-form = 申请表
material-kind-other = 其他材料
necessity-required = 必须提交
necessity-optional = 有就提交
necessity-deferred = 可以后补
material-form-paper = 纸质
material-form-electronic = 电子
material-form-either = 纸质或者电子
material-source-applicant = 自己准备
material-source-government = 政府部门出具
material-source-other = 其他机构出具

## 费用、地点、结果
fee-name = 收费项目
fee-amount = 标准
fee-basis = 依据
place-address = 地址
place-hours = 办公时间
place-phone = 电话
result-name = 结果名称
result-kind = 结果类型
result-validity = 有效期
result-delivery = 领取方式
result-kind-certificate = 证照
result-kind-approval = 批准文件
result-kind-other = 其他
channel-counter = 窗口
channel-web = 网上
channel-mobile = 手机
channel-kiosk = 自助终端
channel-post = 邮寄
delivery-pick-up = 到窗口自取
delivery-post = 邮寄
delivery-electronic = 电子送达

## 时限
limit-at-once = 当场办结
limit-working-days = { $n } 个工作日
limit-natural-days = { $n } 天
limit-hours = { $n } 小时
limit-months = { $n } 个月
limit-years = { $n } 年
due-provisional = { $date }（暂定，放假安排公布后可能调整）

## 主题
topic-birth = 生育收养
topic-education = 教育科研
topic-employment = 就业创业
topic-social_security = 社会保障
topic-medical_insurance = 医疗医保
topic-household = 户籍身份
topic-housing = 住房和不动产
topic-transport = 交通出行
topic-marriage = 婚姻登记
topic-retirement = 退休和身后事
topic-disability = 残疾人和救助优抚
topic-business = 经营许可
topic-tax = 税务
topic-certificates = 证件办理
topic-other = 其他

## 代码
item-type-licence = 行政许可
item-type-penalty = 行政处罚
item-type-coercion = 行政强制
item-type-levy = 行政征收
item-type-payment = 行政给付
item-type-inspection = 行政检查
item-type-confirmation = 行政确认
item-type-reward = 行政奖励
item-type-ruling = 行政裁决
item-type-other = 其他行政权力
item-type-public-service = 公共服务
handling-type-instant = 即办件
handling-type-promised = 承诺件
handling-type-other = 其他
audience-person = 个人
audience-enterprise = 企业
audience-institution = 事业单位
audience-social-organisation = 社会组织
audience-government-body = 行政机关
audience-other = 其他组织

# 办公时间
weekday-1 = 周一
weekday-2 = 周二
weekday-3 = 周三
weekday-4 = 周四
weekday-5 = 周五
weekday-6 = 周六
weekday-7 = 周日

# 一件事、特定人群
life-birth = 生育收养
life-birth-about = 生孩子、收养、预防接种
life-school = 上学
life-school-about = 入学、学籍、助学
life-work = 就业创业
life-work-about = 找工作、失业、社保、创业
life-living = 日常生活
life-living-about = 户口、婚姻、证件
life-home = 买房租房
life-home-about = 不动产、公积金、租房补贴
life-travel = 开车出行
life-travel-about = 驾驶证、车辆、出入境
life-care = 看病就医
life-care-about = 医保、报销、异地就医
life-aid = 遇到困难
life-aid-about = 低保、残疾、救助、优抚
life-old_age = 退休养老
life-old_age-about = 养老金、高龄津贴
life-death = 身后事
life-death-about = 注销户口、丧葬、遗属待遇
life-opening = 开办企业
life-opening-about = 登记、许可、刻章
life-hiring = 招人用工
life-hiring-about = 参保、用工、人才
life-running = 经营发展
life-running-about = 变更、税费、补贴
life-building = 工程建设
life-building-about = 施工、消防、绿化
life-closing = 注销退出
life-closing-about = 清算、注销
people-elderly = 老年人
people-disabled = 残疾人
people-parents = 婴幼儿家长
people-students = 学生
people-job_seekers = 求职的人
people-veterans = 退役军人
people-low_income = 低收入家庭成员
people-newcomers = 新市民
people-from_outside = 港澳台居民和外国人

# 指南的其他内容、部门
home-business = 企业办事
browse-others = 再看看
browse-none = 这里还没有事项。
people-title = 我是{ $name }
people-about = 专门为您，或者您最常用到的服务。
departments-title = 部门
departments-about = 每个部门的地址、电话和能办的事。
departments-elsewhere = 其他地区
departments-all = 查看全部部门的地址和电话
department-description = { $name }：地址、电话和能办的事。
guide-rights = 您的权利
guide-duties = 您的义务
guide-appointment = 预约
guide-special = 不计入时限的程序
guide-special-note = 下面这些时间不算在上面的时限里。
special-limit = {"："}{ $limit }
special-open = 法律没有规定时限
guide-intermediaries = 需要委托的中介服务
guide-authority = 谁行使这项权力，管到哪里
fee-reduction = 减免
fee-online = 可以在网上缴费。
fee-at-counter = 请在窗口缴费。
place-transport = 怎么去
hours-days-head = 星期
hours-range = { $from }至{ $to }
hours-stretch = { $opens }–{ $closes }
result-sample = 是什么样子
result-electronic = 电子证照
result-electronic-text = 有，在“我的证照”里查看。
material-sometimes = 部分情形需要
material-issuer = 核发：
material-details = 受理标准
material-standard = 标准
material-paper = 纸张
material-basis = 依据
authority-nature = 实施主体性质
authority-source = 权力来源
authority-level = 行使层级
authority-delegated-by = 委托部门
authority-handled-by = 承办机构
authority-joint = 联办机构
authority-scope = 通办范围
authority-depth = 网上办理深度
authority-quota = 数量限制
authority-base-code = 基本编码
authority-handling-code = 业务办理项编码
authority-credit-code = 统一社会信用代码
body-statutory = 法定机关
body-authorised = 授权组织
body-entrusted = 受委托组织
body-other = 其他
power-own-level = 法定本级行使
power-passed-down = 上级下放
power-authorised = 上级授权
power-authorised-by-peer = 同级授权
power-entrusted = 上级委托
power-entrusted-by-peer = 同级委托
level-state = 国家级
level-province = 省级
level-city = 市级
level-county = 县级
level-town = 乡镇、街道
level-village = 村、社区
level-by-grade = 分级管理
scope-country = 全国
scope-province = 全省
scope-city = 全市
scope-county = 全县
scope-town = 全镇
scope-village = 全村
depth-information = 网上查看
depth-forms = 网上下载表格
depth-application = 网上申请，到现场一次
depth-whole = 全程网办，不用跑

# 服务规则出了问题
repair-title = 这项服务正在修复
repair-text = 这项服务有一条规则出了问题，现在没法判断。请过一会儿再来，或者打电话问一问。
