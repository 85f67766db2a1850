# Leaves a new, empty folder to the system, the administrators and whoever runs this; what is made below inherits it.
# Accounts by their well-known identifiers, because their names are translated.
function Set-MfaOwnerOnlyAccess {
    [CmdletBinding()]
    param([Parameter(Mandatory)] [string]$LiteralPath)
    Assert-MfaWriteAllowed -LiteralPath $LiteralPath
    $system = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList 'S-1-5-18'
    $administrators = New-Object -TypeName System.Security.Principal.SecurityIdentifier -ArgumentList 'S-1-5-32-544'
    $self = [System.Security.Principal.WindowsIdentity]::GetCurrent().User
    $access = Get-Acl -LiteralPath $LiteralPath
    $access.SetAccessRuleProtection($true, $false)
    foreach ($account in $system, $administrators, $self) {
        $access.AddAccessRule((New-Object -TypeName System.Security.AccessControl.FileSystemAccessRule -ArgumentList $account, 'FullControl', 'ContainerInherit, ObjectInherit', 'None', 'Allow'))
    }
    Set-Acl -LiteralPath $LiteralPath -AclObject $access
    if (-not (Get-Acl -LiteralPath $LiteralPath).AreAccessRulesProtected) {
        $PSCmdlet.ThrowTerminatingError((New-MfaErrorRecord -Code FolderNotOwnerOnly -Category PermissionDenied -Target $LiteralPath -Value $LiteralPath))
    }
}
