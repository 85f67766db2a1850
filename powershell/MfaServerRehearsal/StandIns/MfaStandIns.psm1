# One folder for each Windows module that is stood in for, one function a file, parameters exactly as documented; what they
# answer from, and what programs do to a simulated host, lies in Simulation.
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'

$script:HostFolder = $null

Get-ChildItem -LiteralPath $PSScriptRoot, (Join-Path -Path $PSScriptRoot -ChildPath '../Simulation') -Filter '*.ps1' -File -Recurse |
    Sort-Object -Property FullName |
    ForEach-Object -Process { . $_.FullName }

# The manifest's list decides which of them leave the module.
Export-ModuleMember -Function '*-*'
