# In production a step runs here only where "here" is its target, and changes only with administrator rights.
function Assert-MfaStepHost {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Request,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module
    )
    if (-not (Test-MfaStepWindows)) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code StepNeedsWindows -Category InvalidArgument -Target $Request.target -Value $Request.host.name))
    }
    & $Module { param($name) Assert-MfaComputer -ComputerName $name } $Request.host.name
    if ($Request.changes -and -not $Request.whatIf -and -not (Test-MfaStepElevation)) {
        $given = @{ Category = 'InvalidArgument'; Target = $Request.target; Value = $Request.host.name }
        $missing = if ($script:MfaStepCarried) { New-MfaErrorRecord -Code BundleNeedsElevation @given } else { New-MfaErrorRecord -Code StepNeedsElevation @given }
        $PSCmdlet.ThrowTerminatingError($missing)
    }
}

function Test-MfaStepWindows {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT
}

function Test-MfaStepElevation {
    [CmdletBinding()]
    [OutputType([bool])]
    param()
    $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
    $principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
    $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
}
