# What makes a request unfit to run, decided before anything is loaded: another text than was recorded, a run folder that
# is not its own, a mode that does not belong to this folder.
function Assert-MfaStepRequest {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [AllowEmptyString()] [string]$RequestHash
    )
    $request = $Run.Request
    if ($Run.Hash -cne $RequestHash) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestChanged -Category InvalidArgument -Target $Run.Folder))
    }
    if ((Split-Path -Path $Run.Folder -Leaf) -cne $request.run) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestOfOtherRun -Category InvalidArgument -Target $Run.Folder))
    }
    Assert-MfaStepMode -Run $Run
}

# The simulated hosts lie beside the runs of a rehearsal, and nowhere else: so no request can name a folder to write into,
# and no production run can start where simulated hosts are.
function Assert-MfaStepMode {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [pscustomobject]$Run)
    $request = $Run.Request
    $hosts = Get-MfaStepHostsFolder -RunFolder $Run.Folder
    $rehearsal = $request.PSObject.Properties['rehearsal']
    $isRight = switch -CaseSensitive ($request.mode) {
        'production' { $null -eq $rehearsal -and -not (Test-Path -LiteralPath $hosts) }
        'rehearsal' { $null -ne $rehearsal -and (Test-MfaStepRehearsal -Rehearsal $rehearsal.Value -Hosts $hosts) }
        default { $false }
    }
    if (-not $isRight) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code RequestModeDiffers -Category InvalidArgument -Target $request.mode -Value $request.mode))
    }
}

function Get-MfaStepHostsFolder {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$RunFolder)
    $runs = [System.IO.Path]::GetDirectoryName($RunFolder.TrimEnd('\', '/'))
    Join-Path -Path ([System.IO.Path]::GetDirectoryName($runs)) -ChildPath 'hosts'
}

function Test-MfaStepRehearsal {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [AllowNull()] [object]$Rehearsal,
        [Parameter(Mandatory)] [string]$Hosts
    )
    if ($Rehearsal -isnot [pscustomobject]) { return $false }
    $named = $Rehearsal.PSObject.Properties['hosts']
    $farm = $Rehearsal.PSObject.Properties['farm']
    if ($null -eq $named -or $named.Value -isnot [string] -or $null -eq $farm) { return $false }
    [System.IO.Path]::GetFullPath($named.Value).TrimEnd('\', '/') -eq [System.IO.Path]::GetFullPath($Hosts)
}
