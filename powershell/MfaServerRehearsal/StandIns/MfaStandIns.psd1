@{
    RootModule        = 'MfaStandIns.psm1'
    ModuleVersion     = '0.1.0'
    GUID              = 'f3a1d7c4-7a2e-4c58-9a41-2d6a3b9f8e44'
    Author            = 'MFA Server Upgrade contributors'
    Description       = 'Answers instead of Windows in a rehearsal. Imported -Global, so that these functions stand before the cmdlets.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @(
        'Get-ComputerInfo'
        'Get-Item'
        'Get-ItemProperty'
        'Get-NlbClusterNode'
        'Get-PSDrive'
        'Get-Service'
        'Get-WebApplication'
        'Get-WebConfigurationProperty'
        'Get-Website'
        'Invoke-WebRequest'
        'New-ItemProperty'
        'Remove-ItemProperty'
        'Restart-Computer'
        'Restart-Service'
        'Resume-NlbClusterNode'
        'Set-ItemProperty'
        'Set-MfaStandInHost'
        'Set-NlbClusterNode'
        'Set-Service'
        'Start-NlbClusterNode'
        'Start-Process'
        'Start-Service'
        'Start-Sleep'
        'Stop-NlbClusterNode'
        'Stop-Service'
        'Suspend-NlbClusterNode'
    )
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
