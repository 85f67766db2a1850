# The one application on this host that holds a component, by virtual directory and site where the farm names them.
# None, or several that fit, is refused.
function Get-MfaWebApplication {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [string]$Component,
        [string]$VirtualDirectory,
        [string]$Site
    )
    $found = @(Get-MfaWebApplicationOfHost | Where-Object -FilterScript {
            $_.Component -eq $Component -and (-not $VirtualDirectory -or $_.Name -eq $VirtualDirectory) -and (-not $Site -or $_.Site -eq $Site)
        })
    if ($found.Count -eq 1) { return $found[0] }
    $title = Get-MfaComponentTitle -Component $Component
    if ($found.Count -eq 0) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code WebComponentNotFound -Category InvalidArgument -Target $Component -Value $title, $VirtualDirectory))
    }
    $names = @($found | ForEach-Object -Process { '{0}/{1}' -f $_.Site, $_.Name }) -join ', '
    $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code WebComponentNotUnique -Category InvalidArgument -Target $Component -Value $title, $names))
}

# The name of a component as people say it.
function Get-MfaComponentTitle {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string]$Component)
    switch ($Component) {
        'webServiceSdk' { 'Web Service SDK' }
        'userPortal' { 'User Portal' }
        'mobileAppWebService' { 'Mobile App Web Service' }
    }
}
