# Nobody waits in a rehearsal: the simulated clock goes on.
function Start-Sleep {
    [CmdletBinding(DefaultParameterSetName = 'Milliseconds')]
    param(
        [Parameter(ParameterSetName = 'Milliseconds', Mandatory, ValueFromPipelineByPropertyName)] [int]$Milliseconds,
        [Parameter(ParameterSetName = 'Seconds', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [int]$Seconds
    )
    process { Add-MfaSimulatedMinute -Minute $(if ($PSCmdlet.ParameterSetName -eq 'Seconds') { $Seconds / 60 } else { $Milliseconds / 60000 }) }
}
