# Restarts the simulated host that this process is on; no other.
function Restart-Computer {
    [CmdletBinding(DefaultParameterSetName = 'DefaultSet', SupportsShouldProcess)]
    param(
        [Parameter(ParameterSetName = 'AsJobSet')] [switch]$AsJob,
        [Parameter(Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('CN', '__SERVER', 'Server', 'IPAddress')] [string[]]$ComputerName,
        [Parameter(Position = 1)] [pscredential]$Credential,
        [Alias('Authentication')] [System.Management.AuthenticationLevel]$DcomAuthentication,
        [Parameter(ParameterSetName = 'DefaultSet')] [int16]$Delay,
        [Parameter(ParameterSetName = 'DefaultSet')] [ValidateSet('Wmi', 'WinRM', 'PowerShell')] [object]$For,
        [Alias('f')] [switch]$Force,
        [System.Management.ImpersonationLevel]$Impersonation,
        [Parameter(ParameterSetName = 'DefaultSet')] [ValidateSet('DCOM', 'WSMan')] [string]$Protocol,
        [Parameter(ParameterSetName = 'AsJobSet')] [int]$ThrottleLimit,
        [Parameter(ParameterSetName = 'DefaultSet')] [Alias('TimeoutSec')] [int]$Timeout,
        [Parameter(ParameterSetName = 'DefaultSet')] [switch]$Wait,
        [Parameter(ParameterSetName = 'DefaultSet')] [ValidateSet('Basic', 'CredSSP', 'Default', 'Digest', 'Kerberos', 'Negotiate')] [string]$WsmanAuthentication
    )
    process {
        foreach ($other in $ComputerName | Where-Object -FilterScript { $_ -and $_ -notin '.', 'localhost', $env:COMPUTERNAME, (Get-MfaStandInHostName) }) { Deny-MfaStandInAct -Name "Restart-Computer $other" }
        if ($PSCmdlet.ShouldProcess((Get-MfaStandInHostName))) { Invoke-MfaSimulatedRestart }
    }
}
