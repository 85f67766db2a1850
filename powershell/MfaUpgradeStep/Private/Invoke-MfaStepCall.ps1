# Calls a function of the module: in this process, or in the session of a remote host.
function Invoke-MfaStepCall {
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory)] [pscustomobject]$Calls,
        [Parameter(Mandatory)] [ValidateSet('Act', 'Verify')] [string]$Which
    )
    $arguments = $Calls."${Which}Arguments"
    if ($null -eq $Calls.Session) {
        $function = $Calls.$Which
        return & $function @arguments
    }
    $inModule = { param($name, $given) & (Get-Module -Name 'MfaServerUpgrade') { param($name, $given) & $name @given } $name $given 6>&1 }
    Invoke-Command -Session $Calls.Session -ScriptBlock $inModule -ArgumentList $Calls.$Which.Name, $arguments |
        ForEach-Object -Process { ConvertFrom-MfaStepRemote -Value $_ }
}

# What came through a session, without what the session has added to it. Lines for the terminal come as objects, because the
# session's own host would show them a second time.
function ConvertFrom-MfaStepRemote {
    [CmdletBinding()]
    [OutputType([object])]
    param([AllowNull()] [object]$Value)
    if ($Value -isnot [pscustomobject]) { return $Value }
    if ($Value.PSObject.TypeNames -contains 'Deserialized.System.Management.Automation.InformationRecord') {
        return Write-Information -MessageData ([string]$Value.MessageData) -InformationAction Continue
    }
    $Value | Select-Object -Property '*' -ExcludeProperty 'PSComputerName', 'RunspaceId', 'PSShowComputerName'
}

# Whether the host was gone in the middle: then nobody knows how far its function came.
function Test-MfaStepHostLost {
    [CmdletBinding()]
    [OutputType([bool])]
    param(
        [Parameter(Mandatory)] [AllowNull()] [object]$Session,
        [Parameter(Mandatory)] [System.Exception]$Exception
    )
    if ($null -eq $Session) { return $false }
    $Session.State -ne 'Opened' -or $Exception -is [System.Management.Automation.Remoting.PSRemotingTransportException]
}
