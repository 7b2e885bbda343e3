# certificates
