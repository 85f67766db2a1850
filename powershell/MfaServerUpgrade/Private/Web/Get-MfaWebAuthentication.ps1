# The authentication that IIS has switched on for an application, in IIS's own words. IIS keeps it beside web.config, so a
# copy of that file does not hold it. Nothing where IIS gives no answer: the copy counts all the same.
function Get-MfaWebAuthentication {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [pscustomobject]$Application)
    $path = ('IIS:\Sites\{0}\{1}' -f $Application.Site, $Application.Name.Replace('/', '\')).TrimEnd('\')
    $answers = @{}
    try {
        foreach ($kind in 'anonymousAuthentication', 'basicAuthentication', 'digestAuthentication', 'windowsAuthentication') {
            $answers[$kind] = Get-MfaWebConfigurationValue -PSPath $path -Filter "/system.webServer/security/authentication/$kind" -Name 'enabled'
        }
    }
    catch {
        Write-Information -MessageData ('The authentication of {0} could not be read: {1} Write it down by hand.' -f $path, $_.Exception.Message)
        return
    }
    $answers.Keys | Where-Object -FilterScript { $answers[$_] -eq 'True' } | Sort-Object
}

# One value of IIS's configuration as text; empty where there is none.
function Get-MfaWebConfigurationValue {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [string]$PSPath,
        [Parameter(Mandatory)] [string]$Filter,
        [Parameter(Mandatory)] [string]$Name
    )
    $answer = Get-WebConfigurationProperty -PSPath $PSPath -Filter $Filter -Name $Name -ErrorAction Stop
    # An attribute comes as an object with a value, or as the value itself.
    if ($null -ne $answer -and $answer.PSObject.Properties['Value']) { [string]$answer.Value } else { [string]$answer }
}
