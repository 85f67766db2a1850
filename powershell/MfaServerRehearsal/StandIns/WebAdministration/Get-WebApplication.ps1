# Answers from iis.json; the application at the root of a site is not among them.
function Get-WebApplication {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0, ValueFromPipelineByPropertyName)] [string]$Name,
        [Parameter(ValueFromPipelineByPropertyName)] [string]$Site
    )
    process {
        foreach ($one in Read-MfaStandInSite | Where-Object -FilterScript { -not $Site -or $_.name -eq $Site }) {
            foreach ($application in $one.applications | Where-Object -FilterScript { -not $Name -or $_.path.Trim('/') -eq $Name.Trim('/') }) {
                [pscustomobject]@{ path = $application.path; applicationPool = $application.pool; PhysicalPath = Expand-MfaStandInPath -Text $application.physicalPath }
            }
        }
    }
}
