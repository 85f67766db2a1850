# Answers from iis.json.
function Get-Website {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [string]$Name
    )
    process {
        foreach ($one in Read-MfaStandInSite | Where-Object -FilterScript { -not $Name -or $_.name -eq $Name }) {
            [pscustomobject]@{ name = $one.name; id = $one.id; physicalPath = Expand-MfaStandInPath -Text $one.physicalPath; applicationPool = 'DefaultAppPool' }
        }
    }
}
