# What a person does in consoles, by step: the function that does it on the simulated farm. Every other step takes its
# minutes only.
function Get-MfaOperatorAct {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory)] [string]$Step)
    $traffic = 'Set-MfaOperatorTraffic'
    $install = 'Install-MfaOperatorComponent'
    $uninstall = 'Uninstall-MfaOperatorComponent'
    $table = @(
        , @($traffic, @{ State = 'stopped'; Clients = $true }, 'take-out-of-traffic', 'take-old-master-out-of-traffic')
        , @($traffic, @{ State = 'serving'; Clients = $true }, 'put-back-into-traffic', 'put-old-master-back-into-traffic')
        , @($traffic, @{ State = 'stopped' }, 'take-web-host-out-of-traffic')
        , @($traffic, @{ State = 'stopped'; Serves = 'adfs' }, 'take-first-batch-out', 'take-second-batch-out', 'take-out-again')
        , @($traffic, @{ State = 'serving' }, 'put-web-host-back-into-traffic')
        , @($traffic, @{ State = 'serving'; Serves = 'adfs' }, 'put-first-batch-back', 'put-second-batch-back', 'put-whole-farm-back', 'return-node-unchanged')
        , @('Set-MfaOperatorMaster', @{}, 'promote', 'promote-old-master')
        , @('Restart-MfaOperatorHost', @{}, 'restart')
        , @($install, @{ Component = 'webServiceSdk' }, 'update-web-service-sdk', 'update-web-service-sdk-of-old-master', 'update-web-service-sdk-apart', 'install-web-service-sdk')
        , @($install, @{ Component = 'userPortal' }, 'accept-portal-update', 'accept-portal-update-of-old-master', 'install-portal-on-server')
        , @('Install-MfaOperatorAdapter', @{}, 'install-adapter', 'install-adapter-on-single-node', 'install-adapter-on-second-batch')
        , @('Install-MfaOperatorAdapter', @{ Old = $true }, 'put-old-adapter-back')
        , @('Register-MfaOperatorAdapter', @{}, 'register-old-adapter')
        , @('Install-MfaOperatorAdapterAgain', @{}, 'register-new-adapter')
        , @($uninstall, @{ Product = 'PhoneFactorAgent' }, 'uninstall-agent')
        , @($uninstall, @{ Product = 'WebServiceSdk' }, 'uninstall-web-service-sdk', 'uninstall-web-service-sdk-apart')
        , @($uninstall, @{ Product = 'UserPortal' }, 'uninstall-portal', 'uninstall-portal-of-web-host')
        , @($uninstall, @{ Product = 'MobileAppWebService' }, 'uninstall-mobile-app', 'uninstall-mobile-app-of-web-host', 'remove-mobile-app')
    )
    $found = $table | Where-Object -FilterScript { $_[2..($_.Count - 1)] -contains $Step } | Select-Object -First 1
    if ($null -ne $found) { [pscustomobject]@{ Name = $found[0]; Arguments = $found[1] } }
}

# From where the state of the farm is read and written. A target that is no host shares the state that every host shares.
function Set-MfaOperatorPlace {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'Changes this process only.')]
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string]$Hosts,
        [Parameter(Mandatory)] [string]$HostName
    )
    $folder = Join-Path -Path $Hosts -ChildPath $HostName.TrimEnd('.').ToLowerInvariant()
    if (-not [System.IO.File]::Exists((Join-Path -Path $folder -ChildPath 'computer.json'))) {
        $folder = [System.IO.Directory]::GetDirectories($Hosts) | Select-Object -First 1
    }
    $script:HostFolder = $folder
}
