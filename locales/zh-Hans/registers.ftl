# registers
