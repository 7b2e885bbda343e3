## 办事指南：一件事包含的事项
guide-joint = 一次申请，办好这些事
joint-lead = 只填一次、只交一套材料。牵头部门统一收件、一次告知需要补正的内容；受理后各部门同时办理，各自有期限。
joint-column-limit = 承诺时限
joint-column-result = 办理结果
joint-result-none = 不发证照
joint-when-asked = 按您填写的情况办理
joint-after = 在“{ $after }”之后
joint-savings = 比分开办理省了多少
joint-savings-kind = 比较
joint-savings-before = 分开办
joint-savings-after = 一件事
joint-savings-steps = 办理环节
joint-savings-days = 办理时限（工作日）
joint-savings-materials = 申请材料（份）
joint-savings-visits = 跑动次数

## 申请人的页面
joint-matters = 各部门办理的事项
joint-matters-lead = 每件事由一个部门决定，办好一件就能看到一件。有的要等前面的结果出来才能开始。
joint-column-matter = 事项
joint-column-department = 办理部门
joint-column-standing = 进度
joint-column-due = 期限
joint-standing-waits = 等待“{ $after }”的结果
joint-standing-ready = 马上开始
joint-standing-fallen = 无法办理：“{ $after }”没有办成
joint-begins-after-acceptance = 受理后开始
case-state-settled = 全部办结
case-about-settled = 各部门都已办结，结果在下面逐项列出。
case-event-look = 协办部门看过申请
case-event-begin = 随联合申请受理，开始办理
case-event-settle = 各事项全部办结

## 工作台
desk-joint = 联办事项
desk-joint-part = 本件属于联合申请
desk-joint-number = 联合申请编号
desk-looks = 各部门的意见
desk-looks-lead = 受理前，协办部门可以写明需要补正的内容。它们会并入同一份补正通知，只发一次。
desk-look-open = 还没有回复
desk-look-fine = 材料齐全
desk-look-asks = 有需要补正的内容
desk-result-before = “{ $matter }”的证照标识
desk-action-look = 回复牵头部门
desk-text-look = 需要补正的内容；没有就留空
desk-hint-look = 由牵头部门写进补正通知，一次告知申请人。留空表示材料齐全。
desk-done-look = 已回复牵头部门
refusal-demands-open = 协办部门还有需要补正的内容，请先一次告知申请人，或者不予受理

## 检查服务定义
defect-matter-count = 一件事至少要有两个事项，且不能过多
defect-matter-key = 事项 { $at } 需要唯一的键名：小写字母、数字和下划线
defect-matter-order = 事项 { $at } 需要 { $other } 的结果，后者必须排在它前面，并写进“在哪些事项之后”
defect-matter-step = 事项 { $at } 要看的步骤 { $other } 不在表单里
defect-matter-flow = 事项 { $at } 的流程不能有预审、延续或者下一级事项
defect-joint-flow = 一件事本身不能设置预审、审查、自动审批、特别程序或者证照，这些属于各个事项

## 通知
notice-settled = 您的联合申请已全部办结
sms-settled = 您的申请{ $number }各事项已全部办结，请登录查看。
mail-settled-subject = 您的联合申请已全部办结（{ $number }）
mail-settled-body =
    各部门都已办结。每件事的结果登录后可以查看，也欢迎您评价这次服务。

    事项：{ $item }
    办件编号：{ $number }
