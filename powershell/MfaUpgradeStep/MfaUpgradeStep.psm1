# What happens between a request and its result. It knows nothing of MFA Server: that is the module it calls.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

Import-LocalizedData -BindingVariable MfaMessages -BaseDirectory $PSScriptRoot -FileName 'MfaUpgradeStep.messages.psd1' -UICulture 'en-US'

$script:MfaModulesFolder = Split-Path -Path $PSScriptRoot -Parent
# Inside a bundle, on the host that it was carried to, this is true.
$script:MfaStepCarried = $false

$report = Join-Path -Path $script:MfaModulesFolder -ChildPath 'MfaServerUpgrade/Private/Report'
Get-ChildItem -LiteralPath $report, (Join-Path -Path $PSScriptRoot -ChildPath 'Private') -Filter '*.ps1' -File |
    Sort-Object -Property FullName |
    ForEach-Object -Process { . $_.FullName }
. (Join-Path -Path $PSScriptRoot -ChildPath 'Invoke-MfaUpgradeStep.ps1')

# The manifest's list decides which of them leave the module.
Export-ModuleMember -Function '*-Mfa*'
