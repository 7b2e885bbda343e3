# 表单部件自带的文字，以及填写内容的来源。

error-summary-title = 有几处需要修改
field-error-prefix = 错误：
field-optional = （选填）
field-readonly = 这一项来自政府部门的记录，不能在这里修改。

## 来源
source-register = 来自{ $register }，读取于 { $at }
register-population = 人口库
register-social_security = 社会保险库
register-health_card = 健康卡和医疗保险库
register-field-name = 姓名
register-field-resident_id = 公民身份号码
register-field-sex = 性别
register-field-birth_date = 出生日期
register-field-ethnicity = 民族
register-field-address = 户籍地址
register-field-phone = 联系电话
register-field-social_security_number = 社会保障号码
register-field-social_security_status = 参保状态
register-field-insurance_kind = 参加的险种
register-field-card_number = 社会保障卡卡号
register-field-card_bank = 社会保障卡开户银行
register-field-health_card_number = 健康卡号
register-field-insured_place = 医保参保地

## 文件
file-hint = 可以上传 { $kinds }，每个文件不超过 20 MB，最多 5 个。
file-not-at-kiosk = 这台机器不能上传文件。请先保存，再用自己的手机或者电脑登录“我的办件”上传，已经填好的内容都在。
file-remove = 删除
file-size-kb = { $n } KB
file-size-mb = { $n } MB
file-kind-pdf = PDF
file-kind-jpeg = JPEG 照片
file-kind-png = PNG 图片

## 填写提示
hint-resident_id = 18 位，最后一位可能是字母 X
hint-phone = 11 位手机号码
hint-max = 最多 { $n } 个字
hint-range = { $min } 到 { $max }
hint-choose-many = 可以选多项
select-blank = 请选择

# 更多种类的题目
hint-division = 输入名称，从列表里选；不在本市的，写全称，例如“四川省成都市武侯区”。
address-division = 所在县区、街道或者乡镇
address-detail = 详细地址
address-detail-hint = 路名、门牌号、小区、楼栋、房号。
person-relation = 和您是什么关系？
person-name = 姓名
person-number = 公民身份号码
relation-me = 本人
relation-spouse = 配偶
relation-child = 子女
relation-parent = 父母
relation-family = 其他家庭成员
relation-other = 其他人
relation-organisation = 本单位
person-number-or-code = 公民身份号码或者统一社会信用代码
person-number-or-code-hint = 18 位：个人填身份号码，单位填统一社会信用代码。
person-choose = 不想打字，可以直接选：
person-choose-me = 本人：{ $name }
person-choose-named = { $relation }：{ $name }
source-certificate = 来自电子证照“{ $name }”，读取于 { $at }
source-earlier = 来自以前的申请，提交于 { $at }
source-computed = 根据其他回答自动得出

## 以前填过的内容
earlier-title = 这些问题您以前填过
earlier-text = 您同意了才会填上，填上以后还可以改。
earlier-from = 填在您 { $at } 提交的“{ $item }”里
earlier-use = 用以前的回答

## 内容不对
objection-open = “{ $label }”不对
objection-label = “{ $label }”哪里不对？
objection-hint = 请写明正确的内容，最多 { $n } 个字。工作人员会和申请一起看；要更正记录本身，请联系保管这项记录的部门。
objection-hint-open = 可以直接在上面改。想让工作人员知道为什么不对，可以写在这里，最多 { $n } 个字。
objection-mine = 您说这一项不对
objection-by-hand = 您说有内容填得不对，所以不自动审批，由工作人员来看。
