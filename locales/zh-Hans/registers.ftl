# 谁查过我的信息。

access-title = 谁查过我的信息
access-lead = 为了少让您填表、少交材料，办事时会读取政府部门已有的记录。每一次读取都留在这里，您随时可以查看。
access-none = 还没有人读取过您的信息。
access-at = 时间
access-register = 读取了哪里的记录
access-fields = 读取的内容
access-purpose = 用途
access-case = 为了哪个办件
access-complain = 如果有一条记录您认为不该有，请拨打 12345，我们会核实并答复您。
purpose-prefill = 填写申请表
