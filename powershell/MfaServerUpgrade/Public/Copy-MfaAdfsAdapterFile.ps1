function Copy-MfaAdfsAdapterFile {
    <#
    .SYNOPSIS
    Copies the four files of the AD FS adapter from the program folder of an upgraded MFA server to this node.
    .DESCRIPTION
    Puts MSI, register script, unregister script and configuration file into a folder of the upgrade that only administrators
    read, and compares the SHA-256 of each pair. A register script that differs by our edit alone stays, and so does a
    configuration file that is there already: it may hold the values that were carried over. Sources: SEED-A, ADFS.
    .PARAMETER ComputerName
    Name of the host that is meant. On any other computer the function refuses.
    .PARAMETER UpgradeId
    Upgrade that the copies belong to.
    .PARAMETER Source
    Program folder of the upgraded MFA server: a path on this host, or \\server\C$\... for that of another one.
    .OUTPUTS
    What was copied, with its hashes before and after.
    .EXAMPLE
    Copy-MfaAdfsAdapterFile -ComputerName fs01.contoso.example -UpgradeId 4f1c -Source '\\mfa01.contoso.example\C$\Program Files\Multi-Factor Authentication Server'
    Copies the files to fs01.
    #>
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'Medium')]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9_][A-Za-z0-9_.-]{0,252}$')] [string]$ComputerName,
        [Parameter(Mandatory)] [ValidatePattern('^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$')] [string]$UpgradeId,
        [Parameter(Mandatory)] [ValidateNotNullOrEmpty()] [string]$Source
    )
    Assert-MfaComputer -ComputerName $ComputerName
    $before = @(Get-MfaAdapterCopy -UpgradeId $UpgradeId -Source $Source)
    $folder = Get-MfaInstallerFolder -UpgradeId $UpgradeId
    $evidence = [pscustomobject]@{ ComputerName = $ComputerName; Changed = $false; Source = $Source; Destination = $folder; Before = $before; After = $before }
    $toCopy = @($before | Where-Object -Property State -In -Value 'missing', 'differs')
    if ($toCopy.Count -eq 0) { Write-Information -MessageData 'Nothing to do: the four files are there.' }
    $kept = @($before | Where-Object -Property State -EQ -Value 'kept')
    foreach ($one in $kept) { Write-Information -MessageData ('{0} differs from that of the server, and stays as it is.' -f $one.Path) }
    if ($toCopy.Count -eq 0 -or -not $PSCmdlet.ShouldProcess($ComputerName, ('Copy {0} from {1}' -f ($toCopy.Name -join ', '), $Source))) { return $evidence }
    foreach ($one in $toCopy) { [void](Save-MfaInstaller -LiteralPath $one.Source -UpgradeId $UpgradeId) }
    $evidence.After = @(Get-MfaAdapterCopy -UpgradeId $UpgradeId -Source $Source)
    $evidence.Changed = $true
    $evidence
}
