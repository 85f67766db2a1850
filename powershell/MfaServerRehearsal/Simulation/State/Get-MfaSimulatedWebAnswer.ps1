# What a simulated host answers to a request for the page of its Web Service SDK or for the probe of AD FS. 0 stands for no answer at all.
function Get-MfaSimulatedWebAnswer {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param(
        [Parameter(Mandatory)] [System.Uri]$Uri,
        [AllowNull()] [pscredential]$Credential
    )
    $name = $Uri.Host.TrimEnd('.').ToLowerInvariant()
    if (-not [System.IO.Directory]::Exists([System.IO.Path]::Combine($script:HostFolder, '..', $name))) { return New-MfaSimulatedWebAnswer -StatusCode 0 -Content 'no host of this name' }
    # documented: ADFSREQ, plain HTTP on 80 and 200 while the node is ready
    if ($Uri.Scheme -eq 'http' -and $Uri.AbsolutePath -eq '/adfs/probe') {
        if (Test-MfaSimulatedService -HostName $name -Name 'adfssrv') { return New-MfaSimulatedWebAnswer -StatusCode 200 -Content '' }
        return New-MfaSimulatedWebAnswer -StatusCode 0 -Content 'connection refused'
    }
    if (-not (Test-MfaSimulatedService -HostName $name -Name 'W3SVC')) { return New-MfaSimulatedWebAnswer -StatusCode 0 -Content 'connection refused' }
    $path = '/' + (@($Uri.AbsolutePath.Trim('/').Split('/') | Select-Object -SkipLast 1) -join '/')
    $application = Read-MfaStandInSite -HostName $name | ForEach-Object -Process { $_.applications } | Where-Object -FilterScript { $_.path -eq $path } | Select-Object -First 1
    $file = if ($null -ne $application) { [System.IO.Path]::Combine((Expand-MfaStandInPath -Text $application.physicalPath -HostName $name), $Uri.Segments[-1]) }
    if (-not $file -or -not [System.IO.File]::Exists($file)) { return New-MfaSimulatedWebAnswer -StatusCode 404 -Content 'Not Found' }
    $account = Get-MfaSimulatedSdkAccount
    # documented: SH-UP, in this order: account, address, host name, service
    if ($null -eq $Credential -or $Credential.UserName -ne $account.User -or $Credential.GetNetworkCredential().Password -cne $account.Password) { return New-MfaSimulatedWebAnswer -StatusCode 401 -Content 'Unauthorized' }
    if (-not (Test-MfaSimulatedBackEnd -HostName $name)) { return New-MfaSimulatedWebAnswer -StatusCode 500 -Content 'The service MultiFactorAuth does not answer' }
    New-MfaSimulatedWebAnswer -StatusCode 200 -Content ('<html><title>{0} Web Service</title></html>' -f [System.IO.Path]::GetFileNameWithoutExtension($file))
}

# Whether what the SDK asks is there: the service, or an agent, whose service name is not public.
function Test-MfaSimulatedBackEnd {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$HostName)
    $own = @(Read-MfaStandInFile -Name ('../{0}/services.json' -f $HostName) | Where-Object -FilterScript { $_ -and $_.name -eq 'MultiFactorAuth' })
    if ($own.Count -gt 0 -or (Test-MfaSimulatedAgent -HostName $HostName)) { return Test-MfaSimulatedServing -HostName $HostName }
    # inferred: the SDK on a host without a server asks the servers of its farm, whichever answers
    $others = [System.IO.Directory]::GetDirectories([System.IO.Path]::Combine($script:HostFolder, '..')) | Where-Object -FilterScript { [System.IO.File]::Exists([System.IO.Path]::Combine($_, 'services.json')) }
    @($others | Where-Object -FilterScript { Test-MfaSimulatedServing -HostName ([System.IO.Path]::GetFileName($_)) }).Count -gt 0
}

# Whether the server or the agent of a host answers.
function Test-MfaSimulatedServing {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$HostName)
    # inferred: the SDK of a PhoneFactor Agent answers as long as the agent is installed
    (Test-MfaSimulatedService -HostName $HostName -Name 'MultiFactorAuth') -or (Test-MfaSimulatedAgent -HostName $HostName)
}

function Test-MfaSimulatedAgent {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$HostName)
    $agent = ConvertTo-MfaSimulatedKey -Key (Get-MfaSimulatedProductEntry -Product 'PhoneFactorAgent' -Version '5.0' -Folder 'any').Key -Bitness (Get-MfaSimulatedBitness -HostName $HostName)
    $null -ne (Read-MfaStandInFile -Name ('../{0}/registry.json' -f $HostName)).PSObject.Properties[$agent]
}

function New-MfaSimulatedWebAnswer {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([int]$StatusCode, [string]$Content)
    [pscustomobject]@{ StatusCode = $StatusCode; Content = $Content }
}

function Test-MfaSimulatedService {
    [CmdletBinding()]
    [OutputType([bool])]
    param([string]$HostName, [string]$Name)
    $services = Read-MfaStandInFile -Name ('../{0}/services.json' -f $HostName)
    @($services | Where-Object -FilterScript { $_ -and $_.name -eq $Name -and $_.status -eq 'Running' }).Count -gt 0
}
