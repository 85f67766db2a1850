# The simulated farm. The real module runs unchanged on it: what Windows would answer comes from the folder of a host.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

Import-LocalizedData -BindingVariable MfaMessages -BaseDirectory $PSScriptRoot -FileName 'MfaServerRehearsal.messages.psd1' -UICulture 'en-US'

$report = Join-Path -Path (Split-Path -Path $PSScriptRoot -Parent) -ChildPath 'MfaServerUpgrade/Private/Report'
# What both lay on a host: the evening begins with it here, and a simulated installer writes it there. State and programs are
# for the simulated operator, who reads and changes what the hosts share.
$script:HostFolder = $null
$shared = 'Simulation/Web', 'Simulation/Server', 'Simulation/State', 'Simulation/Programs', 'Simulation/Adfs' | ForEach-Object -Process { Join-Path -Path $PSScriptRoot -ChildPath $_ }
$own = 'Private', 'Public' | ForEach-Object -Process { Join-Path -Path $PSScriptRoot -ChildPath $_ }
Get-ChildItem -LiteralPath (@($report) + $shared + $own) -Filter '*.ps1' -File |
    Sort-Object -Property FullName |
    ForEach-Object -Process { . $_.FullName }

# The manifest's list decides which of them leave the module.
Export-ModuleMember -Function '*-Mfa*'
