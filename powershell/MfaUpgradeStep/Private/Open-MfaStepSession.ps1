# A session to a host, as the person who runs this: WinRM with Kerberos by name, or SSH with that person's keys. No
# credentials are kept, and nothing is written into TrustedHosts. The module travels into it as text.
function Open-MfaStepSession {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.Runspaces.PSSession])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Run,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module
    )
    $target = $Run.Request.host
    $how = Get-MfaStepConnection -RequestHost $target
    Write-Information -MessageData ('Reaching {0} by {1}' -f $target.name, $target.transport)
    try {
        $session = New-PSSession @how
    }
    catch {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code HostNotReached -Category InvalidArgument -Target $target.name -Value $target.name, $_.Exception.Message -Cause $_.Exception))
    }
    try {
        Send-MfaStepModule -Session $session -Module $Module -RunFolder $Run.Folder
    }
    catch {
        Remove-PSSession -Session $session
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code HostTakesNoModule -Category InvalidArgument -Target $target.name -Value $target.name, $_.Exception.Message -Cause $_.Exception))
    }
    $session
}

# How New-PSSession is called. SSH is a way of PowerShell 7 only; it never asks for a password, because nobody could answer.
function Get-MfaStepConnection {
    [CmdletBinding()]
    [OutputType([hashtable])]
    param([Parameter(Mandatory)] [pscustomobject]$RequestHost)
    $port = Get-MfaStepMember -Object $RequestHost -Name 'port'
    $how = @{ ErrorAction = 'Stop' }
    if ($null -ne $port) { $how['Port'] = [int]$port }
    if ($RequestHost.transport -eq 'ssh') {
        $how['HostName'] = $RequestHost.name
        $how['Options'] = @{ BatchMode = 'yes' }
        return $how
    }
    $how['ComputerName'] = $RequestHost.name
    $how['Authentication'] = 'Kerberos'
    if ((Get-MfaStepMember -Object $RequestHost -Name 'useSsl') -eq $true) { $how['UseSSL'] = $true }
    $how
}

# The text goes through a file of the run folder, because Invoke-Command takes a script from a file and from nowhere else
# without making code of a value.
function Send-MfaStepModule {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [System.Management.Automation.Runspaces.PSSession]$Session,
        [Parameter(Mandatory)] [System.Management.Automation.PSModuleInfo]$Module,
        [Parameter(Mandatory)] [string]$RunFolder
    )
    $path = Join-Path -Path $RunFolder -ChildPath 'module.ps1'
    Write-MfaStepModuleText -LiteralPath $path -Text (Get-MfaStepModuleText -Module $Module)
    try { Invoke-Command -Session $Session -FilePath $path } finally { [System.IO.File]::Delete($path) }
}

function Write-MfaStepModuleText {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$LiteralPath,
        [Parameter(Mandatory)] [string]$Text
    )
    # With a byte order mark, by which Windows PowerShell knows UTF-8.
    [System.IO.File]::WriteAllText($LiteralPath, $Text, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $true))
}
