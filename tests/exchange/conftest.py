"""What the tests of formats share lies here, for their folders below as well."""
