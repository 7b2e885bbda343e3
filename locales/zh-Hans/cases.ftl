# 办件：填写、提交、进度、补正、撤回、消息。

## 我的办件
cases-title = 我的办件
cases-new = 办理新的事项
cases-find = 查找要办的事项
cases-none = 您还没有办件。
cases-mine = 等您处理
cases-others = 其他办件
cases-all = 全部办件
case-due = 期限 { $date }
case-updated = 更新于 { $at }

## 状态
case-state-draft = 未提交
case-state-prechecking = 预审中
case-state-returned = 预审退回
case-state-submitted = 待受理
case-state-correction_requested = 待补正
case-state-accepted = 办理中
case-state-suspended = 特别程序中
case-state-proposed = 待审核
case-state-approved = 已通过
case-state-rejected = 未通过
case-state-not_accepted = 不予受理
case-state-withdrawn = 已撤回
case-state-closed = 已终止
case-state-delivered = 已办结
case-about-draft = 还没有提交。填好以后检查一遍，再提交给办理部门。
case-about-prechecking = 申请已送达，部门正在预审。
case-about-returned = 收件前还有内容需要修改，请按下面列出的内容修改后重新提交。
case-about-submitted = 已经收到您的申请，办理部门正在看材料是否齐全。
case-about-correction_requested = 还有内容需要补充或修改。全部要求已经一次写明，改好后重新提交。
case-about-accepted = 办理部门已经受理，正在办理，不需要您做什么。
case-about-suspended = 正在进行特别程序，所需时间不计入办理期限。
case-about-approved = 申请已经通过，正在送达结果。
case-about-rejected = 申请没有通过，理由和您的权利见下面。
case-about-not_accepted = 申请没有被受理，理由和您的权利见下面。
case-about-withdrawn = 您撤回了这份申请，办理已经停止。需要时可以重新申请。
case-about-closed = 部门终止了本件的办理，未作出决定。原因见下。
case-about-delivered = 已经办结，结果已经送达。

## 进度
case-item = 办理事项
case-number = 办件编号
case-submitted-at = 提交时间
case-acceptance-due = 最迟答复是否受理
case-accepted-on = 受理日期
case-promised-due = 承诺办结日期
case-statutory-due = 法定办结日期
days-left = 还有 { $n } 个工作日
days-left-today = 今天到期
days-over = 已超过 { $n } 个工作日
case-history = 办理经过
case-event-submit = 提交申请
case-event-pass_precheck = 预审通过
case-event-return_precheck = 预审退回
case-event-request_correction = 要求补正
case-event-resubmit = 补正后重新提交
case-event-accept = 受理
case-event-deem_accepted = 逾期未答复，视为受理
case-event-refuse_acceptance = 不予受理
case-event-conclude = 完成一个审查环节
case-event-conclude_by_rule = 按规则完成一个审查环节
case-event-suspend = 特别程序开始
case-event-resume = 特别程序结束
case-event-extend = 办理期限延长
case-event-propose = 提出审核意见
case-event-send_back = 退回重新审查
case-event-decide = 作出决定
case-event-decide_by_rule = 系统按规则审核通过
case-event-deem_granted = 有效期届满前未作出决定，视为准予延续
case-event-withdraw = 撤回申请
case-event-deem_withdrawn = 逾期未补正，视为撤回
case-event-close = 终止办理
case-event-deliver = 送达结果
case-event-recount = 按新公布的日历重新计算日期
party-applicant = 申请人
party-you = 您
party-officer = 工作人员
party-system = 系统
case-answers = 我填写和提交的内容
case-reason = 理由
case-remedy = 对这个决定不服的，可以自知道之日起 60 日内申请行政复议，或者在 6 个月内向人民法院提起行政诉讼。
answer-none = 没有填写
answer-no-file = 没有上传

case-by-hand = 这份申请由工作人员核对

## 可以做的事
case-actions = 可以做的事
case-continue = 继续填写
case-correct = 去补正
case-certificate = 查看电子证照
case-certificate-soon = 电子证照正在生成，通常不到一分钟。请过一会儿刷新这个页面。
case-rate = 评价这次服务
case-rated = 您的评价：{ $level }
case-receipt = 查看回执
case-discard = 放弃这份草稿
case-withdraw = 撤回申请

## 填写
step-title = { $step }（{ $item }）
step-problem = { $problem }（{ $label }）
step-more = 按您的回答，还有几个问题
step-more-text = 您的回答已经保存。请看看下面新出现的内容，再继续。
step-changed = 后面的问题有变化。
step-next = 保存并继续
step-leave = 保存，以后再填
step-back = 保存并回到上一步
step-save-review = 保存并回到检查页
step-too-much-text = 这一步填写的文字太多，超出的部分没有保存。请写得简短一些，或者把内容做成文件上传。
step-cut-off = 上传没有完成，文件没有保存。可能是文件加起来超过了 25 MB，也可能是网络中断。填写的内容已经保存，请把文件分几次上传。
hint-joined = { $first } { $second }

## 补正
correction-title = 请按下面的要求补正
correction-until = 请在 { $date } 前改好并重新提交。

## 检查和提交
review-title = 检查并提交
review-page-title = 检查并提交（{ $item }）
review-lead = 请核对每一项。提交以后，办理部门就按这些内容办理。
review-missing = 还有内容没有填好，改好后才能提交
review-problems = { $n } 处
review-declaration = 声明
review-declare = 我声明：以上内容和材料真实、准确。
review-undeclared = 请先确认声明，再提交
review-law = 提供虚假材料的，办理部门可以不予受理或者撤销决定，并依法追究责任。
review-submit = 提交申请
review-resubmit = 重新提交
review-later = 以后再提交

## 回执
case-page-title = 我的办件：{ $item }
receipt-page-title = 回执（{ $item }）
receipt-submitted = 申请已提交
receipt-approved = 申请已通过
receipt-due-acceptance = 最迟答复是否受理
receipt-next = 接下来
receipt-next-1 = 办理部门先看材料是否齐全。如果要补正，会一次说清全部内容。
receipt-next-2 = 受理以后，在承诺的日期前作出决定。
receipt-next-3 = 每一步都会通过邮件和“消息”告诉您，您也可以随时在“我的办件”里查看。
receipt-next-approved-1 = 系统已经按规则审核通过，不需要再等。
receipt-next-approved-2 = 如果这个事项有电子证照，一分钟内会出现在“我的证照”里。
receipt-next-approved-3 = 欢迎对这次服务作出评价，帮助我们改进。
receipt-follow = 查看进度
receipt-seal = 请记下办件编号，查询和咨询时会用到。需要盖章的纸质凭证，可以凭编号到办理部门的窗口领取。

## 放弃和撤回
discard-title = 要放弃这份草稿吗？
discard-text = 草稿还没有提交。放弃以后不能接着填写，需要时要重新开始。
discard-button = 放弃草稿
withdraw-title = 要撤回这份申请吗？
withdraw-text = 撤回以后，办理部门不再办理这份申请，也不能恢复。需要时可以重新申请。
withdraw-button = 撤回申请
withdraw-keep = 保留，返回

## 页面顶部的提示
note-saved = 已保存
note-saved-text = 填写的内容已经保存，您可以随时回来继续。
note-earlier = 以前的回答已经填上
note-earlier-text = 请看看是不是还对，都可以改。
note-removed = 文件已删除
note-removed-text = 填写的其他内容已经保存。
note-withdrawn = 已撤回
note-withdrawn-text = 这份申请不再办理。需要时可以重新申请。
note-parked = 您登录前填写的内容已经保存
note-parked-text = 登录状态刚才过期了，没有丢失任何内容，请继续填写。
note-parked-without-files = 您登录前填写的内容已经保存，文件需要重新选择
note-parked-without-files-text = 登录状态刚才过期了。为了安全，没有登录时不保存文件，请重新选择文件。
note-not-editable = 这份申请已经提交，不能再修改
note-not-editable-text = 提交以后只有在办理部门要求补正时才能修改。下面是现在的进度。
note-changed = 这份申请刚才有了变化
note-changed-text = 刚才的操作没有执行。请看看现在的进度，再决定怎么做。
note-refused = 现在不能这样做
note-refused-text = 这份申请的进度已经变了，刚才的操作没有执行。下面是现在的进度。
returned-title = 请修改后重新提交
suspended-until = 最迟于 { $date } 结束，在此之前不计入办理期限。
note-discarded = 草稿已删除
note-discarded-text = 其中的文件也已删除。您可以随时重新申请。
correction-demand = 工作人员指出：{ $why }
correction-demand-page = 工作人员指出（{ $page }）：{ $why }
marked-page = { $file } 第 { $page } 页
