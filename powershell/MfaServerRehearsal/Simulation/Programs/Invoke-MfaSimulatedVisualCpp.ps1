# The Visual C++ package on a simulated host: lays the runtime of its architecture, or says that a newer one is there.
function Invoke-MfaSimulatedVisualCpp {
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [string]$FilePath,
        [string[]]$ArgumentList
    )
    $words = @(Read-MfaSimulatedArgument -ArgumentList $ArgumentList)
    # inferred: a package of Visual C++ takes two minutes
    Add-MfaSimulatedMinute -Minute 2
    $planned = Get-MfaPlannedExitCode -Program ([System.IO.Path]::GetFileName($FilePath))
    $brought = [version](Get-MfaStandInFileVersion -LiteralPath $FilePath)
    $architecture = if ([System.IO.Path]::GetFileName($FilePath) -like '*x86*') { 'x86' } else { 'x64' }
    $registry = Read-MfaStandInFile -Name 'registry.json'
    # documented: VC, an older package over a newer runtime ends with an error
    # inferred: an older Visual C++ package over a newer one ends with 1638
    $isNewer = (Get-MfaSimulatedRuntimeBuild -Registry $registry -Architecture $architecture) -gt $brought
    # documented: MSIERR, 1633 for a package that this system does not take
    # inferred: the Visual C++ package of x64 ends with 1633 on a 32-bit Windows
    $code = if ($null -ne $planned) { $planned } elseif (@(Get-MfaSimulatedRuntimeArchitecture) -notcontains $architecture) { 1633 } elseif ($isNewer) { 1638 } else { 0 }
    if ($code -in 0, 3010, 1641) {
        $registry | Add-Member -NotePropertyName (Get-MfaSimulatedRuntimeKey -Architecture $architecture) -NotePropertyValue ([pscustomobject]@{ Major = $brought.Major; Minor = $brought.Minor; Bld = $brought.Build; Rbld = 0 }) -Force
        Write-MfaStandInFile -Name 'registry.json' -Value $registry
    }
    $log = Get-MfaSimulatedValue -Word $words -Switch '/log'
    if ($log) { [System.IO.File]::WriteAllText($log, "FIXTURE: ended with $code") }
    $code
}

# The build of the runtime that the registry of a host names, 0.0 where there is none.
function Get-MfaSimulatedRuntimeBuild {
    [CmdletBinding()]
    [OutputType([version])]
    param([pscustomobject]$Registry, [string]$Architecture)
    $key = $Registry.PSObject.Properties[(Get-MfaSimulatedRuntimeKey -Architecture $Architecture)]
    if ($null -eq $key) { return [version]'0.0' }
    [version]('{0}.{1}.{2}' -f $key.Value.Major, $key.Value.Minor, $key.Value.Bld)
}
