# Now, as records write it.
function Get-MfaStepTime {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    [datetime]::UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", [cultureinfo]::InvariantCulture)
}
