# Starts no program: what it would do to the simulated host is done at once, and the process that comes back has ended.
function Start-Process {
    [CmdletBinding(DefaultParameterSetName = 'Default')]
    param(
        [Parameter(Position = 1)] [Alias('Args')] [string[]]$ArgumentList,
        [Parameter(ParameterSetName = 'Default')] [Alias('RunAs')] [pscredential]$Credential,
        [Parameter(Mandatory, Position = 0)] [Alias('PSPath')] [string]$FilePath,
        [Parameter(ParameterSetName = 'Default')] [Alias('Lup')] [switch]$LoadUserProfile,
        [Parameter(ParameterSetName = 'Default')] [Alias('nnw')] [switch]$NoNewWindow,
        [switch]$PassThru,
        [Parameter(ParameterSetName = 'Default')] [Alias('RSE')] [string]$RedirectStandardError,
        [Parameter(ParameterSetName = 'Default')] [Alias('RSI')] [string]$RedirectStandardInput,
        [Parameter(ParameterSetName = 'Default')] [Alias('RSO')] [string]$RedirectStandardOutput,
        [Parameter(ParameterSetName = 'Default')] [switch]$UseNewEnvironment,
        [Parameter(ParameterSetName = 'UseShellExecute')] [string]$Verb,
        [switch]$Wait,
        [System.Diagnostics.ProcessWindowStyle]$WindowStyle,
        [string]$WorkingDirectory
    )
    process {
        $program = Get-MfaSimulatedProgram -FilePath $FilePath
        if ($null -eq $program) { Deny-MfaStandInAct -Name "Start-Process $([System.IO.Path]::GetFileName($FilePath))" }
        Add-MfaSimulatedChange -Program ([System.IO.Path]::GetFileName($FilePath)) -Product (Get-MfaStartedProduct -ArgumentList $ArgumentList)
        $code = & $program -FilePath $FilePath -ArgumentList $ArgumentList
        if ($PassThru) { [pscustomobject]@{ Id = 4242; HasExited = $true; ExitCode = [int]$code } }
    }
}
