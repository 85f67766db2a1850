@{
    RootModule           = 'MfaServerRehearsal.psm1'
    ModuleVersion        = '0.1.0'
    GUID                 = 'b7a3c1f2-3c55-4a6d-8a53-5a1d6cf0d3c3'
    Author               = 'MFA Server Upgrade contributors'
    Description          = 'A simulated farm for rehearsals: hosts as folders, and stand-ins that answer instead of Windows.'
    PowerShellVersion    = '5.1'
    CompatiblePSEditions = @('Desktop', 'Core')
    FunctionsToExport    = @(
        'ConvertTo-MfaRehearsalPath'
        'Enter-MfaRehearsalHost'
        'Invoke-MfaRehearsalOperator'
        'New-MfaRehearsalFarm'
    )
    CmdletsToExport      = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
}
