@{
    RootModule           = 'MfaUpgradeStep.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = '0c8a1f5e-0f0e-4f0b-8d6a-9d5a3a6f2b22'
    Author               = 'MFA Server Upgrade contributors'
    Description          = 'Runs one request of an upgrade: reads it, refuses or runs it, verifies it, writes the result.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @('Invoke-MfaUpgradeStep')
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
