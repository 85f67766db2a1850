# Whether the Windows of this host is 32-bit or 64-bit.
function Get-MfaSimulatedBitness {
    [CmdletBinding()]
    [OutputType([int])]
    param([string]$HostName)
    $bitness = (Read-MfaStandInFile -Name $(if ($HostName) { '../{0}/computer.json' -f $HostName } else { 'computer.json' })).PSObject.Properties['bitness']
    # A folder of hosts from before this was told has no 32-bit Windows.
    if ($null -ne $bitness) { $bitness.Value } else { 64 }
}

# A key of the 32-bit view as the Windows of a host names it.
function ConvertTo-MfaSimulatedKey {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Key, [Parameter(Mandatory)] [int]$Bitness)
    # documented: ADFS2, a 32-bit Windows has no Wow6432Node
    if ($Bitness -eq 32) { $Key.Replace('Wow6432Node\', '') } else { $Key }
}

# Where this host writes the runtime of Visual C++ of an architecture.
function Get-MfaSimulatedRuntimeKey {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Architecture)
    ConvertTo-MfaSimulatedKey -Key ('HKLM:\SOFTWARE\Wow6432Node\Microsoft\VisualStudio\14.0\VC\Runtimes\{0}' -f $Architecture) -Bitness (Get-MfaSimulatedBitness)
}

# The architectures whose runtime this host takes.
function Get-MfaSimulatedRuntimeArchitecture {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    'x86'
    # inferred: a 32-bit Windows takes no runtime for x64, and no component asks for one there
    if ((Get-MfaSimulatedBitness) -eq 64) { 'x64' }
}
