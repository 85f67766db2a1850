# Where MFA Server is installed, by the registry value that its own setup uses (ADFS); 32-bit Windows has no Wow6432Node.
# A path that the farm file gives must be the same one; it stands alone only where the registry has none.
function Get-MfaInstallPath {
    [CmdletBinding()]
    [OutputType([string])]
    param([string]$InstallPath)
    $found = Get-MfaRegisteredInstallPath
    if (-not $found) {
        if ($InstallPath) { return $InstallPath }
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code InstallPathNotFound -Category ObjectNotFound -Target 'InstallPath'))
    }
    if ($InstallPath -and $InstallPath.TrimEnd('\', '/') -ne $found.TrimEnd('\', '/')) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code InstallPathDiffers -Category InvalidArgument -Target $InstallPath -Value $InstallPath, $found))
    }
    $found
}

# The same out of the registry alone; nothing where it has none.
function Get-MfaRegisteredInstallPath {
    [CmdletBinding()]
    [OutputType([string])]
    param()
    $keys = @(
        'HKLM:\SOFTWARE\Wow6432Node\Positive Networks\PhoneFactor'
        'HKLM:\SOFTWARE\Positive Networks\PhoneFactor'
    )
    $keys | ForEach-Object -Process { Get-MfaRegistryValue -Key $_ -Name 'InstallPath' } | Select-Object -First 1
}
