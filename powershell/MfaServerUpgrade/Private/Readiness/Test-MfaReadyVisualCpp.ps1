# Every component needs the Visual C++ 2015 Update 1 runtime or later, x86 and x64 (SEED-A): 14.0.23506 (VCB).
# The setup of MFA Server brings it; on a host with only web components or AD FS it must be there before.
function Test-MfaReadyVisualCpp {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    foreach ($architecture in Get-MfaVisualCppArchitecture) {
        if (Test-MfaVisualCppThere -Architecture $architecture) { continue }
        $given = @{ ComputerName = $Subject.ComputerName; Value = @($Subject.ComputerName, $architecture) }
        if ($Subject.Component -contains 'mfaServer') { New-MfaFinding -Code VisualCppComesWithSetup -Severity information @given }
        else { New-MfaFinding -Code VisualCppMissing -Severity warning @given }
    }
}

# The architectures whose runtime this host needs. A 32-bit Windows takes none for x64, so x86 alone is asked for there
# (inferred: SEED-A asks for both and speaks of no system).
function Get-MfaVisualCppArchitecture {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    'x86'
    if ((Get-MfaBitness).Is64BitSystem) { 'x64' }
}

# Both registry views, because where each architecture is written is documented for one of them only (VC); a 32-bit Windows
# has the one without Wow6432Node alone (inferred).
function Test-MfaVisualCppThere {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [ValidateSet('x86', 'x64')] [string]$Architecture)
    $views = @('HKLM:\SOFTWARE\Microsoft') + @(if ((Get-MfaBitness).Is64BitSystem) { 'HKLM:\SOFTWARE\Wow6432Node\Microsoft' })
    foreach ($view in $views) {
        $key = '{0}\VisualStudio\14.0\VC\Runtimes\{1}' -f $view, $Architecture
        $numbers = @('Major', 'Minor', 'Bld' | ForEach-Object -Process { Get-MfaRegistryValue -Key $key -Name $_ })
        if ($numbers.Count -eq 3 -and -not (Test-MfaVersionBelow -Version ($numbers -join '.') -Than '14.0.23506')) { return $true }
    }
    $false
}
