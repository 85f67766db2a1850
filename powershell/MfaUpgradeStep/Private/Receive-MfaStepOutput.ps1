# Passes on what a function gives back. Its lines for the terminal are shown, and the newest one is kept in the run folder
# as a sign of life; when that cannot be written, the step goes on.
function Receive-MfaStepOutput {
    [CmdletBinding()]
    [OutputType([object])]
    param(
        [Parameter(Mandatory, ValueFromPipeline)] [AllowNull()] [object]$InputObject,
        [Parameter(Mandatory)] [string]$RunFolder
    )
    process {
        if ($InputObject -isnot [System.Management.Automation.InformationRecord]) { return $InputObject }
        $text = '{0}' -f $InputObject.MessageData
        Write-Information -MessageData $text -InformationAction Continue
        $line = ConvertTo-Json -InputObject ([ordered]@{ time = Get-MfaStepTime; text = $text.Trim() }) -Compress
        try {
            $path = Join-Path -Path $RunFolder -ChildPath 'output.json'
            [System.IO.File]::WriteAllText($path, $line, (New-Object -TypeName System.Text.UTF8Encoding -ArgumentList $false))
        }
        catch { $null = $_ }
    }
}
