# 填写、上传和办理中的问题：说明怎样改正，不责备人。$n 为允许的数值。

## 表单中的一项
problem-required = 请填写此项
problem-not-chosen = 请选择
problem-too-long = 内容过长，最多{ $n }个字符
problem-not-a-number = 请填写整数，例如 12
problem-too-small = 请填写不小于{ $n }的数
problem-too-large = 请填写不大于{ $n }的数
problem-not-a-date = 请填写真实的日期，例如 1990-01-31
problem-in-the-future = 日期不能晚于今天
problem-in-the-past = 日期不能早于今天
problem-resident-id-length = 居民身份号码应为 18 位，请检查是否漏填或多填
problem-resident-id-characters = 居民身份号码只能包含数字，最后一位可以是字母 X
problem-resident-id-birth-date = 居民身份号码第 7 至 14 位不是有效的出生日期，请核对
problem-resident-id-check-digit = 居民身份号码有误，请逐位核对
problem-phone = 请填写 11 位手机号码，例如 13800000000
problem-email = 请填写完整的电子邮箱，例如 name@example.com
problem-unknown-option = 请从列出的选项中选择
problem-material-missing = 请上传此材料
problem-too-many-materials = 每项材料最多上传 { $n } 个文件，请先删除多余的文件
problem-objection-too-long = 不对之处写得过长，最多{ $n }个字符

## 开通账户
problem-name-missing = 请填写姓名，与身份证上一致
problem-name-too-long = 姓名最多 60 个字符
problem-email-taken = 此邮箱已开通账户，请直接登录或换一个邮箱
problem-resident-id-taken = 此居民身份号码已开通账户，请直接登录
password-too-short = 密码至少 10 个字符
password-too-long = 密码最多 128 个字符
password-only-digits = 密码不能全是数字，请加上字母或词语
password-too-common = 这个密码太常见，容易被猜到，请换一个

## 不能这样办理
refusal-not-in-this-state = 办件的状态已经改变，现在不能进行这项操作，请查看最新情况
refusal-not-yours = 您不能办理这个办件
refusal-other-department = 这个办件由其他部门办理
refusal-wrong-role = 您的岗位不能进行这项操作
refusal-same-officer = 须由另一名工作人员办理：提出意见的人不能作决定，已审查过的人不能再作第二人审查
refusal-not-yet-due = 期限还没有到
refusal-too-late = 法定期限已过，不能再延长
refusal-too-many-points = 最多标注 50 处；错误太多时，请用文字说明整体问题
refusal-no-such-mark = 文件中没有所标注的那一页，请填写文件已有的页码
refusal-no-such-procedure = 本事项没有这种特别程序，或者所写时间超过规定
refusal-step-not-open = 这个环节不在办理中：已经完成，或者前一环节尚未完成
refusal-nothing-changes = 没有需要更改的内容
refusal-reason-missing = 请写明理由，申请人会看到
refusal-text-too-long = 内容过长，最多 2000 个字符

## 评价
evaluation-problem-unknown-option = 请从列出的选项中选择
evaluation-problem-repeated-option = 同一个选项只能选一次
evaluation-problem-comment-too-long = 内容过长，最多 500 个字符
problem-credit-code = 请填写 18 位统一社会信用代码，不含字母 I、O、S、V、Z
problem-too-many-places = 最多保留 { $n } 位小数
problem-unfinished = 这里有几项，请都填上
problem-too-few-rows = 至少填 { $n } 项
problem-too-many-rows = 最多填 { $n } 项
problem-check = 这个回答和其他内容对不上
