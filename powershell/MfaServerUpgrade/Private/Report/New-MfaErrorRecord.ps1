# An expected failure. Category InvalidArgument = refused: nothing was changed. The remedy travels as the recommended action.
function New-MfaErrorRecord {
    [CmdletBinding()]
    [OutputType([System.Management.Automation.ErrorRecord])]
    param(
        [Parameter(Mandatory)] [string]$Code,
        [Parameter(Mandatory)] [System.Management.Automation.ErrorCategory]$Category,
        [AllowNull()] [object]$Target,
        [AllowEmptyCollection()] [object[]]$Value = @(),
        [System.Exception]$Cause
    )
    $text = Get-MfaMessage -Code $Code -Value $Value
    $exception = New-Object -TypeName System.InvalidOperationException -ArgumentList $text.Message, $Cause
    $record = New-Object -TypeName System.Management.Automation.ErrorRecord -ArgumentList $exception, $Code, $Category, $Target
    $record.ErrorDetails = New-Object -TypeName System.Management.Automation.ErrorDetails -ArgumentList $text.Message
    $record.ErrorDetails.RecommendedAction = $text.Remedy
    $record
}
