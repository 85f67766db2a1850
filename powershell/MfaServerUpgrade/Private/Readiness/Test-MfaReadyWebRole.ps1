# The role services of IIS that the installers of the web components ask for (WHFB): without them a setup ends in an error, or
# its pages do not answer. Their names for a script: MicrosoftDocs/OfficeDocs-Exchange,
# Exchange/ExchangeServer/plan-and-deploy/prerequisites.md.
function Test-MfaReadyWebRole {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [pscustomobject]$Subject)
    $components = @(Get-MfaWebComponentName -Subject $Subject)
    if ($components.Count -eq 0) { return }
    $names = @('Web-Static-Content', 'Web-Http-Errors', 'Web-Asp-Net45', 'Web-Metabase')
    if ($components -contains 'webServiceSdk') { $names += 'Web-Basic-Auth' }
    $given = @{ Severity = 'warning'; ComputerName = $Subject.ComputerName }
    # Windows for clients has no such command.
    if ($null -eq (Get-Command -Name 'Get-WindowsFeature' -ErrorAction SilentlyContinue)) { return New-MfaFinding -Code WebRoleByHand -Value ($names -join ', ') @given }
    $missing = @(Get-WindowsFeature -Name $names -ErrorAction Stop | Where-Object -FilterScript { -not $_.Installed } | ForEach-Object -Process { $_.Name })
    if ($missing.Count -gt 0) { New-MfaFinding -Code WebRoleMissing -Value ($missing -join ', ') @given }
}
