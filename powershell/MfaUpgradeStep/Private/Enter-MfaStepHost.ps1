# Where a step of production runs: on this computer where that is its target, else through a session to the target. A host
# that answers as another computer, or to somebody who is no administrator there, is refused before anything is called.
# Gives the session; nothing for this computer.
function Enter-MfaStepHost {
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module
    )
    $request = $Run.Request
    $isHere = (Test-MfaStepWindows) -and (& $Module { param($name) Test-MfaComputerName -ComputerName $name } $request.host.name)
    if ($script:MfaStepCarried -or $request.host.transport -eq 'local' -or $isHere) {
        Assert-MfaStepHost -Request $request -Module $Module
        return
    }
    $session = Open-MfaStepSession -Run $Run -Module $Module
    try {
        Assert-MfaStepRemoteHost -Request $request -Session $session
    }
    catch {
        Remove-PSSession -Session $session
        throw
    }
    $session
}

# As whom the host was reached, and whether that is an administrator there.
function Assert-MfaStepRemoteHost {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Request,
        [Parameter(Mandatory)] [System.Management.Automation.Runspaces.PSSession]$Session
    )
    $there = Invoke-Command -Session $Session -ScriptBlock {
        $onWindows = [System.Environment]::OSVersion.Platform -eq [System.PlatformID]::Win32NT
        $isAdministrator = $false
        if ($onWindows) {
            $identity = [System.Security.Principal.WindowsIdentity]::GetCurrent()
            $principal = New-Object -TypeName System.Security.Principal.WindowsPrincipal -ArgumentList $identity
            $isAdministrator = $principal.IsInRole([System.Security.Principal.WindowsBuiltInRole]::Administrator)
        }
        [pscustomobject]@{ IsWindows = $onWindows; IsAdministrator = $isAdministrator; User = [System.Environment]::UserName }
    }
    if (-not $there.IsWindows) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code StepNeedsWindows -Category InvalidArgument -Target $Request.target -Value $Request.host.name))
    }
    Write-Information -MessageData ('Reached {0} as {1}' -f $Request.host.name, $there.User)
    if (-not $there.IsAdministrator) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code HostNotAdministrator -Category InvalidArgument -Target $Request.target -Value $Request.host.name, $there.User))
    }
    Invoke-Command -Session $Session -ScriptBlock { param($name) & (Get-Module -Name 'MfaServerUpgrade') { param($name) Assert-MfaComputer -ComputerName $name } $name } -ArgumentList $Request.host.name
}
