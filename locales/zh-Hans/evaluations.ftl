# evaluations
