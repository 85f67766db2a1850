# Functions run on the host that they are about. One function a file; what is exported stands in the manifest.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

Import-LocalizedData -BindingVariable MfaMessages -BaseDirectory $PSScriptRoot -FileName 'MfaServerUpgrade.messages.psd1' -UICulture 'en-US'

# Where this module may write: anywhere in production (null). A rehearsal sets its own folders.
$script:MfaWriteRoots = $null

Get-ChildItem -LiteralPath (Join-Path $PSScriptRoot 'Private'), (Join-Path $PSScriptRoot 'Public') -Filter '*.ps1' -File -Recurse |
    Sort-Object -Property FullName |
    ForEach-Object -Process { . $_.FullName }

# The manifest's list decides which of them leave the module.
Export-ModuleMember -Function '*-Mfa*'
