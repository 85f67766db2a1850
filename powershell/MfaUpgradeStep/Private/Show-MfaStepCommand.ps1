# The first lines in the terminal: what is about to run, in words that a person could type.
function Show-MfaStepCommand {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [pscustomobject]$Request)
    if ($Request.mode -eq 'rehearsal') { Write-Information -MessageData 'REHEARSAL on a simulated farm. No real host is touched.' }
    Write-Information -MessageData ('{0}, for {1}:' -f (ConvertTo-MfaVisibleText -Text $Request.title), (ConvertTo-MfaVisibleText -Text $Request.target))
    Write-Information -MessageData ('  {0}' -f (Format-MfaStepCommand -Request $Request))
    Write-Information -MessageData ''
}

function Format-MfaStepCommand {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Request)
    $words = @((ConvertTo-MfaVisibleText -Text $Request.function), '-ComputerName', (ConvertTo-MfaQuotedValue -Value $Request.host.name))
    foreach ($parameter in $Request.parameters.PSObject.Properties) {
        # "-Name value" would leave a value of a switch behind as an argument of its own.
        $form = if ($parameter.Value -is [bool]) { '-{0}:{1}' } else { '-{0} {1}' }
        $words += $form -f (ConvertTo-MfaVisibleText -Text $parameter.Name), (ConvertTo-MfaQuotedValue -Value $parameter.Value)
    }
    # A check, which is its own verification, changes nothing and takes no -WhatIf.
    if ($Request.whatIf -and $Request.verify -cne $Request.function) { $words += '-WhatIf' }
    $words -join ' '
}
