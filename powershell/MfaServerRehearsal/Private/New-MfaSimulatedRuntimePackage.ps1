# The Visual C++ packages that a person has copied to a host without MFA Server: the last build of 2015 (VCB).
function New-MfaSimulatedRuntimePackage {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    [void][System.IO.Directory]::CreateDirectory($LiteralPath)
    foreach ($name in 'vc_redist.x86.exe', 'vc_redist.x64.exe') {
        Write-MfaSimulatedText -LiteralPath (Join-Path -Path $LiteralPath -ChildPath $name) -Text "FIXTURE_FILE product=VisualCpp version=14.0.24215`n"
    }
}
