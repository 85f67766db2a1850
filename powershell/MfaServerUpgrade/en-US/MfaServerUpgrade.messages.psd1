# What each code says: what is, then what to do. {0}, {1} are values that New-MfaFinding and New-MfaErrorRecord are given.
@{
    WrongComputer              = @{ Message = 'This computer is {1}, and the step is for {0}. Nothing was changed.'; Remedy = 'Run the step on {0}, or do it there by hand and use Mark as Done.' }
    RehearsalWriteOutside      = @{ Message = 'In a rehearsal nothing is written outside its folders, and {0} lies outside.'; Remedy = 'Choose a folder of the simulated host, such as C:\Backup, or keep the default.' }
    FreeSpaceNotFound          = @{ Message = 'The free space for {0} could not be read.'; Remedy = 'Check that the drive is there and readable, then run the step again.' }

    InstallPathNotFound        = @{ Message = 'The registry of this host names no install folder of MFA Server (InstallPath).'; Remedy = 'Check that MFA Server is installed on this host. Where it is, write its folder into farm.json as installPath.' }
    InstallPathDiffers         = @{ Message = 'farm.json says that MFA Server is in {0}, the registry says {1}. Nothing was changed.'; Remedy = 'Correct installPath in farm.json, accept the change, and run the step again.' }
    InstallPathNotLocal        = @{ Message = 'The install folder {0} is not a folder on a drive of this host.'; Remedy = 'Check InstallPath in the registry of this host.' }
    DataFolderNotFound         = @{ Message = 'The Data folder is not there: {0}.'; Remedy = 'Check the install folder of MFA Server on this host.' }
    DataFileNotFound           = @{ Message = 'There is no PhoneFactor.pfdata in {0}.'; Remedy = 'Check that this is the folder of an activated MFA Server, and put the data file back where it is lost.' }
    DataFileEmpty              = @{ Message = 'The data file {0} is empty.'; Remedy = 'Find out why before you go on, and put a good data file back. A backup of an empty file is none.' }
    DataFileChanging           = @{ Message = '{0} changed each time while it was read. No backup was made.'; Remedy = 'Wait until nobody changes users or settings, then run the step again.' }

    BackupDestinationNotLocal  = @{ Message = 'The backup folder {0} is not an absolute path on a drive of this host. Nothing was changed.'; Remedy = 'Choose a folder such as D:\MFA Backup on the host itself. Shares are not used.' }
    BackupDestinationInProgram = @{ Message = 'The backup folder {0} lies in the program folder {1}, which the setup replaces. Nothing was changed.'; Remedy = 'Choose a backup folder outside the program folder.' }
    BackupDestinationIsFile    = @{ Message = 'The backup folder is a file, and a folder is needed there: {0}.'; Remedy = 'Rename or move that file, or choose another backup folder. Then run the step again.' }
    BackupSpaceLow             = @{ Message = 'The backup in {0} needs {1} MB, and {2} MB are free. Nothing was changed.'; Remedy = 'Free space on that drive, or choose another backup folder. Then run the step again.' }
    BackupCopyDiffers          = @{ Message = 'The copy {0} is not what was written. No backup was made.'; Remedy = 'Check the disk of this host, then run the step again or choose another backup folder.' }
    FolderNotOwnerOnly         = @{ Message = 'The rights of the folder {0} could not be restricted. No backup was made.'; Remedy = 'Choose a backup folder on an NTFS drive where you may change rights.' }

    BackupNotFound             = @{ Message = 'There is no backup in {0}.'; Remedy = 'Run the backup step on this host.' }
    BackupFileMissing          = @{ Message = 'The backup {0} lacks the file {1}.'; Remedy = 'Run the backup again.' }
    BackupFileExtra            = @{ Message = 'The backup {0} holds the file {1}, which the folder itself no longer has.'; Remedy = 'Find out where the file went, then run the backup again.' }
    BackupFileEmpty            = @{ Message = 'The file {1} in the backup {0} is empty.'; Remedy = 'Run the backup again.' }
    BackupRegistryDiffers      = @{ Message = 'The registry of this host is no longer what the export in {0} holds.'; Remedy = 'Run the backup again. Keep the old set until you know what changed it.' }
    BackupFileDiffers          = @{ Message = 'The file {1} in the backup {0} is not what the host has, and the host''s file was not changed since.'; Remedy = 'Run the backup again. Keep the old set until you know what changed it.' }
    BackupTooOld               = @{ Message = 'The file {1} was changed after the backup {0}, which is older than {2} minutes.'; Remedy = 'Run the backup again.' }
    DataChangedSinceBackup     = @{ Message = 'The file {1} was changed after the backup {0}. That is usual for a server in use, and the backup is younger than {2} minutes.'; Remedy = 'Nothing to do now. Before a promotion a fresh backup is taken.' }
    BackupNotReadable          = @{ Message = 'The backup could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }

    PowerShellTooOld           = @{ Message = 'This host has PowerShell {0}, and 5.1 or later is needed.'; Remedy = 'Install Windows Management Framework 5.1, or do the steps of this host by hand.' }
    PowerShellConstrained      = @{ Message = 'PowerShell runs in the language mode {0} on this host, and FullLanguage is needed.'; Remedy = 'Ask who manages AppLocker or App Control for an exception, or do the steps of this host by hand.' }
    PowerShellNotChecked       = @{ Message = 'The version of PowerShell could not be read: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    ProcessIs32Bit             = @{ Message = 'This is a 32-bit PowerShell on a 64-bit Windows; it is shown another registry.'; Remedy = 'Choose the 64-bit PowerShell in the setting mfaUpgrade.powershell.path.' }
    ProcessNotChecked          = @{ Message = 'It could not be read whether this PowerShell is 64-bit: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    DotNetTooOld               = @{ Message = 'This host lacks .NET Framework 4.5 or later, which version 7.0 and later need.'; Remedy = 'Install .NET Framework 4.5 or later on this host. Where its Windows cannot have it, move the component to a new server.' }
    DotNetNotChecked           = @{ Message = 'The version of .NET Framework could not be read: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    VisualCppMissing           = @{ Message = '{0} has no Visual C++ 2015 Update 1 {1} runtime or later.'; Remedy = 'Install the latest Visual C++ {1} package that this Windows takes, before the component.' }
    VisualCppComesWithSetup    = @{ Message = '{0} has no Visual C++ 2015 Update 1 {1} runtime yet.'; Remedy = 'Nothing to do: the setup of MFA Server offers it. Accept it there.' }
    VisualCppNotChecked        = @{ Message = 'The Visual C++ runtimes could not be read: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    DataFileNotChecked         = @{ Message = 'The data file could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    ServerServiceMissing       = @{ Message = 'The service MultiFactorAuth is not on this host.'; Remedy = 'Check that MFA Server is installed here, or correct farm.json.' }
    ServerServiceStopped       = @{ Message = 'The service MultiFactorAuth is {0} (start type {1}).'; Remedy = 'Start it and see in the console that it works, then check readiness again.' }
    ServerServiceRunning       = @{ Message = 'The service MultiFactorAuth is running (start type {0}).'; Remedy = 'Nothing to do. After the setup the start type should be the same.' }
    ServerServiceNotChecked    = @{ Message = 'The service MultiFactorAuth could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    AdfsServiceMissing         = @{ Message = 'The service adfssrv is not on this host, and farm.json says that it is a node of an AD FS farm.'; Remedy = 'Correct farm.json, or find out what happened to AD FS on this host.' }
    AdfsServiceStopped         = @{ Message = 'The service adfssrv is {0}.'; Remedy = 'Start it and see that the node answers, then check readiness again.' }
    AdfsServiceNotChecked      = @{ Message = 'The service adfssrv could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    FreeSpaceLow               = @{ Message = '{0} MB are free on this host, and {1} MB are needed for the setup and the backups.'; Remedy = 'Free space on the system drive and the drive of MFA Server, then check readiness again.' }
    FreeSpaceNotChecked        = @{ Message = 'The free space could not be read: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    BackupFolderNotWritable    = @{ Message = 'No file can be made in {0}, where the backups of this host go.'; Remedy = 'Run as an account that may write there, or choose another backup folder.' }
    BackupFolderNotChecked     = @{ Message = 'The backup folder could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }

    WebComponentNotFound       = @{ Message = 'IIS on this host has no {0} as virtual directory {1}. Nothing was changed.'; Remedy = 'Look in IIS under which name and site it lies, correct farm.json, and accept the change.' }
    WebComponentNotUnique      = @{ Message = 'IIS on this host has several applications that hold the {0}: {1}. Nothing was changed.'; Remedy = 'Write the virtual directory and the site that people use into farm.json, and accept the change.' }
    BackupDestinationInWeb     = @{ Message = 'The backup folder {0} lies in {1}, which IIS serves: the copy holds a password. Nothing was changed.'; Remedy = 'Choose a backup folder outside every site, such as D:\MFA Backup.' }
    ComponentInstallerUnfit    = @{ Message = '{0} is neither a folder on a drive of this host nor the administrative share of another one. Nothing was changed.'; Remedy = 'Give the program folder of an upgraded MFA server, such as \\mfa01.contoso.example\C$\Program Files\Multi-Factor Authentication Server.' }
    ComponentInstallerNotFound = @{ Message = '{0} has no {1}, or this account may not look there. Nothing was changed.'; Remedy = 'Look on an upgraded MFA server, or in its saved program folder. Where this host cannot reach it, carry the file to {2}, compare its SHA-256 there, and use Mark as Done.' }
    ComponentInstallerMissing  = @{ Message = 'The installer is not on this host: {0}.'; Remedy = 'Run the step that copies the installer on this host.' }
    ComponentInstallerDiffers  = @{ Message = '{0} is not what {1} is.'; Remedy = 'Run the step that copies the installer again. Where it happens twice, check the disk and the network.' }
    ComponentInstallerNotRead  = @{ Message = 'The installer could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    VisualCppPackageNotFound   = @{ Message = 'The folder {0} holds {2} packages of Visual C++ {1}, and one is needed. Nothing was changed.'; Remedy = 'Put one package for each architecture there, named like vc_redist.{1}.exe, and give that folder in the step that names it.' }
    VisualCppFailed            = @{ Message = '{0} ended with {1}.'; Remedy = 'Read the end of its log {2}. On Windows Server 2012 R2 take an older package.' }
    VisualCppNotRead           = @{ Message = 'The Visual C++ runtimes could not be read: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    VisualCppNeededFirst       = @{ Message = 'This host has no Visual C++ 2015 Update 1 {0} runtime or later, and the installer stops without it. Nothing was changed.'; Remedy = 'Run the step Install Visual C++ on this host first.' }
    MsiCancelled               = @{ Message = 'The installation of {0} was cancelled (1602).'; Remedy = 'Look in its log {1} who cancelled it, then run the step again.' }
    MsiFailed                  = @{ Message = 'The installation of {0} failed (1603). Its log says: {1}'; Remedy = 'Put right what the line names, then run the step again. The whole log: {2}' }
    MsiNotInstalled            = @{ Message = 'Windows Installer knows no installed product for {0} (1605). Nothing was changed.'; Remedy = 'Look in Programs and Features whether it is installed here.' }
    MsiBusy                    = @{ Message = 'Another installation runs on this host (1618). Nothing was changed.'; Remedy = 'Wait until it has ended, also one of Windows Update, then run the step again for {0}.' }
    MsiNotOpened               = @{ Message = 'Windows Installer could not open {0} (1619). Nothing was changed.'; Remedy = 'Run the step that copies the installer again.' }
    MsiOtherVersion            = @{ Message = 'Another version of the product is installed, and {0} does not replace it (1638). Nothing was changed.'; Remedy = 'Uninstall the old version in Programs and Features after its web.config was backed up, then run the step again.' }
    MsiEndedWith               = @{ Message = 'Windows Installer ended with {1} for {0}.'; Remedy = 'Read the end of its log {2}, and look the number up among the errors of Windows Installer.' }
    WebSiteNotFound            = @{ Message = 'IIS on this host has no site {0}. Nothing was changed.'; Remedy = 'Correct the site in farm.json, and accept the change.' }
    WebComponentElsewhere      = @{ Message = 'There is no {0} under the virtual directory {1} of the site {2}.'; Remedy = 'Look in IIS. Where the installer took another name, uninstall it and install it under the old one by hand.' }
    WebComponentOtherVersion   = @{ Message = 'The {0} under {1} has no program file of version {2}; it has: {3}.'; Remedy = 'Look into the installer''s log whether it ended well. Where it did, compare the version in Programs and Features.' }
    WebPoolRuntimeDiffers      = @{ Message = 'The application pool {0} runs .NET {1}, and v4.0 is needed.'; Remedy = 'Set the .NET version of the pool to v4.0 in IIS, or give the application a pool of its own.' }
    WebComponentNotRead        = @{ Message = 'The web component could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    WebConfigNotXml            = @{ Message = '{0} is no well-formed XML: line {1}.'; Remedy = 'Open the file on the host and mend that line, or put the saved file back and merge it again.' }
    SdkAddressMissing          = @{ Message = 'web.config names no address of the Web Service SDK.'; Remedy = 'Compare web.config with its backup and carry the address over: the setting that ends in _pfwssdk_PfWsSdk.' }
    SdkAccountMissing          = @{ Message = 'web.config names no account for the Web Service SDK at {0}.'; Remedy = 'Compare web.config with its backup and carry account and password over.' }
    SdkOtherPage               = @{ Message = '{0} answers, and not with the page of the Web Service SDK.'; Remedy = 'Open the address in a browser on this host: a proxy or a balancer may answer in its place.' }
    SdkNotReached              = @{ Message = '{0} does not answer: {1}'; Remedy = 'Look from this host whether the name resolves, the certificate is trusted and IIS runs there. Shipped values name localhost: then merge web.config first.' }
    SdkAccountRefused          = @{ Message = 'The Web Service SDK at {0} refuses the account of web.config. It was asked once.'; Remedy = 'Compare account and password with the backup of web.config. See that the account is a member of PhoneFactor Admins and is not locked, then test again.' }
    SdkPageMissing             = @{ Message = '{0} is not there (404).'; Remedy = 'Look in IIS on that server under which virtual directory the Web Service SDK lies now, and correct the address in web.config.' }
    SdkAnswersWith             = @{ Message = '{0} answers with {1}.'; Remedy = 'Look on that server whether the service MultiFactorAuth runs, and into its log.' }
    PortalUsesNoSdk            = @{ Message = 'web.config of {0} has USE_WEB_SERVICE_SDK not at true, and this host has no MFA Server that the portal could ask instead.'; Remedy = 'Compare web.config with its backup and merge it: the installer wrote the values as shipped.' }
    PortalServiceStopped       = @{ Message = 'The portal asks the service MultiFactorAuth of this host, and that is {0}.'; Remedy = 'Start the service and see in the console that it works, then test again.' }
    NlbNodeNotFound            = @{ Message = '{0} is no node of a Windows NLB cluster. Nothing was changed.'; Remedy = 'Look in Network Load Balancing Manager. Where another balancer sends requests here, correct its kind in farm.json and accept the change.' }
    NlbClusterNotFound         = @{ Message = 'No Windows NLB cluster of {0} has exactly these nodes: {1}. Nothing was changed.'; Remedy = 'Compare the members in farm.json with Network Load Balancing Manager, correct them and accept the change.' }
    TrafficNobodyElse          = @{ Message = 'No other node of the cluster on {1} answers, and {0} is the last one. Nothing was changed.'; Remedy = 'Bring another node back first, and look why it does not answer.' }
    TrafficStillIn             = @{ Message = '{0} is {1} in the cluster on {2}, and should be suspended.'; Remedy = 'Take it out again, or suspend it in Network Load Balancing Manager.' }
    TrafficStillOut            = @{ Message = '{0} is {1} in the cluster on {2}, and should have converged.'; Remedy = 'Put it back again, or start it in Network Load Balancing Manager.' }
    TrafficComesBack           = @{ Message = 'A restart brings {0} back into the cluster on {2}.'; Remedy = 'Set InitialHostState to Suspended and RetainSuspended, or take the host out again.' }
    TrafficLeavesAtRestart     = @{ Message = '{0} answers in the cluster on {2}, and will be suspended after its next restart.'; Remedy = 'Set InitialHostState to what it was before.' }
    TrafficNotRead             = @{ Message = 'The cluster could not be asked: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    WebServerMissing           = @{ Message = 'This host has no IIS (service W3SVC), and farm.json says that it carries web components.'; Remedy = 'Correct farm.json, or find out what happened to IIS on this host.' }
    WebServerStopped           = @{ Message = 'IIS (service W3SVC) is {0}.'; Remedy = 'Start it and see that the pages of this host answer, then check readiness again.' }
    WebServerNotChecked        = @{ Message = 'IIS could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    WebRoleMissing             = @{ Message = 'IIS on this host lacks role services that the new version asks for: {0}.'; Remedy = 'Add them in Server Manager (Add Roles and Features, Web Server), then check readiness again.' }
    WebRoleByHand              = @{ Message = 'Which role services IIS has can be asked on Windows Server only. Needed are: {0}.'; Remedy = 'Look in Turn Windows features on or off whether they are there.' }
    WebRoleNotChecked          = @{ Message = 'The role services of IIS could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    WebComponentNotInIis       = @{ Message = 'farm.json says that this host carries the {0}, and IIS shows no application that holds it.'; Remedy = 'Look in IIS where it lies, and correct farm.json.' }
    WebComponentSeveral        = @{ Message = 'IIS on this host has several applications that hold the {0}: {1}.'; Remedy = 'Write the one that people use into farm.json. Remove the others, or upgrade them by hand.' }
    WebComponentNotChecked     = @{ Message = 'The web components could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    WebPoolOld                 = @{ Message = 'The application pool {0} of the {2} runs .NET {1}; the new version needs v4.0.'; Remedy = 'Nothing to do now. The step that installs looks at it afterwards.' }
    WebPoolShared              = @{ Message = 'The application pool {0} of the {2} runs .NET {1}, the new version needs v4.0, and other applications run in the same pool.'; Remedy = 'Give the component a pool of its own, or make sure that the others run with v4.0.' }
    WebPoolNotChecked          = @{ Message = 'The application pools could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    SdkWithoutTls              = @{ Message = '{0} is asked without a certificate: passwords go over the network as they are.'; Remedy = 'Give the site of the Web Service SDK a certificate, and name it with https in web.config.' }
    SdkByAddress               = @{ Message = '{0} names the Web Service SDK by an IP address, and a certificate holds a name.'; Remedy = 'Name it as its certificate does; where the name does not resolve, an entry in the hosts file of this host is enough.' }
    SdkNotReachedNow           = @{ Message = '{0} does not answer this host: {1}'; Remedy = 'Look from this host whether the name resolves, the certificate is trusted and IIS runs there. What does not work before the upgrade will not work after it.' }
    SdkCertificateNotChecked   = @{ Message = 'Whether the Web Service SDK is reached could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }

    ProgramFolderNotFound      = @{ Message = 'The program folder is not there, or it is empty: {0}.'; Remedy = 'Check InstallPath in the registry of this host, and whether MFA Server is installed here.' }
    ServerOtherVersion         = @{ Message = 'The program of the service MultiFactorAuth, {0}, has the version {1}, and {2} is wanted.'; Remedy = 'Look whether the setup ended well, and start it again where it did not.' }
    ServerPathDiffers          = @{ Message = 'MFA Server should lie in {0}. The registry and the service name: {1}.'; Remedy = 'Find out whether the setup was given another folder. Where that is meant, correct installPath in farm.json and accept the change.' }
    ServerStartTypeDiffers     = @{ Message = 'The start type of the service MultiFactorAuth is {0}, and Automatic is wanted.'; Remedy = 'Set it to Automatic in the services console.' }
    ServerEntryNotFound        = @{ Message = 'No entry of MFA Server with version {0} was found in Programs and Features; entries with other versions: {1}.'; Remedy = 'Look there once whether the version is right: exact names are unknown.' }
    ServerNotRead              = @{ Message = 'MFA Server could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    InstallerNotFound          = @{ Message = 'The setup is not on this host: {0}.'; Remedy = 'Copy it to this path on a drive of the host, or name another path.' }
    InstallerNotSigned         = @{ Message = 'The setup {0} has no valid signature of Microsoft.'; Remedy = 'Get it again from the Microsoft Download Center, and look at the tab Digital Signatures.' }
    InstallerVersionUnknown    = @{ Message = 'The setup {0} names no version, and {1} is wanted.'; Remedy = 'Look at its properties, and get the right file.' }
    InstallerOtherVersion      = @{ Message = 'The setup {0} has the version {1}, and {2} is wanted.'; Remedy = 'Name the right setup, or correct the target version in farm.json.' }
    InstallerOlder             = @{ Message = 'The target version {0} is older than {1}, which is on this host. Nothing was changed.'; Remedy = 'Correct the target version in farm.json. To go back, follow the way back of the step.' }
    InstallerNotRead           = @{ Message = 'The setup could not be looked at: {0}'; Remedy = 'Put right what the message names, then try again.' }
    SetupRefused               = @{ Message = '{0} Nothing was changed.'; Remedy = '{1}' }
    RestartPending             = @{ Message = '{0} has files that Windows replaces at its next start. Nothing was changed.'; Remedy = 'Restart this host, then run the step again.' }
    SetupEndedWith             = @{ Message = 'The setup ended with {0}, and the version is not the one that is wanted.'; Remedy = '1602 means that somebody cancelled it. Look at what the setup showed, and whether the service still runs; then run the step again.' }
    SetupNotStarted            = @{ Message = 'The setup was laid ready on {0}, and {1} minutes later the wanted version is not there, and no setup runs.'; Remedy = 'Run the step again, and start the setup that it names on {0} while it waits.' }
    ProgramStillRuns           = @{ Message = '{0} still runs after {1} minutes.'; Remedy = 'Do not end it. Look at its window on the host, bring it to its end, then use Find Out on the step.' }
    UninstallNotUnique         = @{ Message = 'Programs and Features should show one entry for the {0}, and shows: {1}. Nothing was changed.'; Remedy = 'Exact names are unknown. Uninstall the right one there by hand, then use Mark as Done.' }
    UninstallOtherFirst        = @{ Message = '{0} goes before {1}, and it is still there. Nothing was changed.'; Remedy = 'Uninstall it first: portal, mobile app, SDK, agent, in this order.' }
    UninstallNotMsi            = @{ Message = '{0} is no product of Windows Installer. Nothing was changed.'; Remedy = 'Uninstall it in Programs and Features by hand, then use Find Out on the step.' }
    UninstallWithoutBackup     = @{ Message = 'The {0} stays: its backup does not count. {1} Nothing was changed.'; Remedy = 'Run the backup step on this host again, then this step.' }
    ComponentStillListed       = @{ Message = '{0} is still listed in Programs and Features.'; Remedy = 'Uninstall it there, or run the step again.' }
    ComponentStillThere        = @{ Message = '{0} is still there.'; Remedy = 'Look in Programs and Features and in IIS whether the component is really gone. Remove what is left only when nobody uses it.' }
    ComponentNotRead           = @{ Message = 'It could not be looked at whether the component is gone: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    AgentDataGone              = @{ Message = 'The data file of the agent is not where it was. {0}'; Remedy = 'Put the saved folder Data back in the same place before MFA Server is installed.' }
    RestartAhead               = @{ Message = '{0} has files that Windows replaces at its next start.'; Remedy = 'Restart this host before its setup, which is not started otherwise.' }
    RestartNotChecked          = @{ Message = 'It could not be read whether this host waits for a restart: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }
    InstallerNotChecked        = @{ Message = 'The setup of MFA Server could not be looked at: {0}'; Remedy = 'Put right what the message names, then check readiness again.' }

    AdapterFileMissing         = @{ Message = 'A file of the AD FS adapter is not on this node: {0}.'; Remedy = 'Run the step that copies the adapter files on this node.' }
    AdapterFileDiffers         = @{ Message = '{0} is not what {1} is.'; Remedy = 'Run the step that copies the adapter files again. Where it happens twice, check the disk and the network.' }
    AdapterConfigDiffers       = @{ Message = '{0} is not what {1} is.'; Remedy = 'Where values were carried into it, that is meant. Where not, move it away and run the step again.' }
    AdapterFileNotRead         = @{ Message = 'The adapter files could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    RegisterScriptEncoding     = @{ Message = 'The bytes of {0} are in no encoding that PowerShell reads. Nothing was changed.'; Remedy = 'Compare the file with that of the MFA server, and copy it again.' }
    RegisterScriptNotParsed    = @{ Message = '{0} is no script that PowerShell can read: line {1}: {2} Nothing was changed.'; Remedy = 'Compare the file with that of the MFA server, and copy it again.' }
    RegisterCommandCount       = @{ Message = '{0} has the command Register-AdfsAuthenticationProvider {1} times, and once is expected. Nothing was changed.'; Remedy = 'Do not edit it. Compare the file with that of the MFA server. Where it is the same, run the cmdlet by hand with -TypeName and -Name of the script.' }
    RegisterCommandUnfit       = @{ Message = 'The command in {0}, line {1}, has {2}: its parameters cannot be read from the script. Nothing was changed.'; Remedy = 'Read the script in full. Run the cmdlet by hand with its -TypeName and -Name, and with -ConfigurationFilePath.' }
    RegisterCommandOtherPath   = @{ Message = 'The command in {0}, line {1}, names another configuration file already: {2}. Nothing was changed.'; Remedy = 'Find out who wrote it. Where it is not meant, copy the script again; the path that is wanted is {3}.' }
    RegisterScriptPathUnfit    = @{ Message = 'The encoding of {0} cannot hold the path {1}. Nothing was changed.'; Remedy = 'Save the script as UTF-8 with a byte order mark, then run the step again.' }
    RegisterScriptWithoutPath  = @{ Message = 'The command in {0}, line {1}, names no configuration file.'; Remedy = 'Run the step that adds it. Without it the adapter does not learn where its Web Service SDK is.' }
    RegisterScriptSigned       = @{ Message = '{0} has a signature block, and the signature does not hold after the edit.'; Remedy = 'Where only signed scripts may run, sign it again by your own rules, or run the cmdlet by hand with what the script gives it.' }
    RegisterScriptNotRead      = @{ Message = 'The register script could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    FileChangedMeanwhile       = @{ Message = '{0} was changed by somebody else meanwhile, and was left as it is.'; Remedy = 'Look at what was changed, then run the step again.' }
    AdapterNotInstalled        = @{ Message = 'The AD FS adapter {0} is not on this node: the global assembly cache has no MultiFactorAuthAdfsAdapter.'; Remedy = 'Install it, or look into the log of its installer.' }
    AdapterOtherVersion        = @{ Message = 'The AD FS adapter on this node has the version {0}, Programs and Features says {1}, and {2} is wanted.'; Remedy = 'Look into the log of the installer whether it ended well. Where it did, compare the version in Programs and Features.' }
    AdapterNotRead             = @{ Message = 'The AD FS adapter could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    OldAdapterNotSaved         = @{ Message = 'There is no saved program folder in {0}, so there is no old adapter to put back. Nothing was changed.'; Remedy = 'Take the MSI from an old MFA server or a lab, install it by hand, then use Mark as Done.' }
    AdapterNotRegistered       = @{ Message = 'AD FS has no provider of MFA Server; it has: {0}. Nothing was changed.'; Remedy = 'Look who removed it. Correct registeredProvider in farm.json where the name is another one, and accept the change.' }
    AdapterRegisteredTwice     = @{ Message = 'AD FS has two providers of MFA Server; it has: {0}. Nothing was changed.'; Remedy = 'See which one is in the policy, write it into farm.json as registeredProvider, and accept the change.' }
    AdapterNotExported         = @{ Message = 'AD FS gave no configuration of {0}: {1}'; Remedy = 'Where the provider has none, it was most likely registered without a file: keep MultiFactorAuthenticationAdfsAdapter.config of the disk, write down that it is not the export, and use Mark as Done.' }
    AdapterExportMissing       = @{ Message = 'There is no export of the adapter configuration in {0}.'; Remedy = 'Run the step that exports it on this node. Where the old registration is gone already, copy the export from the node that has it into this folder.' }
    AdapterExportUnfit         = @{ Message = 'The export {0} is empty or no well-formed XML. It cannot be put back.'; Remedy = 'Run the export again. Where it happens twice, look with another node whether the stored configuration can be read.' }
    AdapterExportNotRead       = @{ Message = 'The export could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
    ConfigurationNotFound       = @{ Message = 'No config file is here: {0}. Nothing was changed.'; Remedy = 'Look whether the component was installed, and under which virtual directory. A link in place of the file is not followed.' }
    ConfigurationNotSaved       = @{ Message = 'No saved config file is here: {0}. Nothing was changed.'; Remedy = 'Look whether the backup of this component is on this host. Without the old file there is nothing to carry over: use Mark as Done where that is meant.' }
    ConfigurationTooLarge       = @{ Message = '{0} has {1} bytes; a config file has 16 MB at most. Nothing was changed.'; Remedy = 'Look what stands in it: a config file of this product has a few KB.' }
    ConfigurationContentDiffers = @{ Message = 'The merged file did not arrive as it was reviewed. Nothing was changed.'; Remedy = 'Compare again, and publish from there.' }
    ConfigurationChanged        = @{ Message = 'The file has changed since it was compared, and nothing was changed: {0}.'; Remedy = 'Compare again: what somebody changed meanwhile is not overwritten.' }
    ConfigurationNotStored      = @{ Message = '{0} does not hold what was written.'; Remedy = 'Look at the disk and at programs that hold the file. What was there before lies in the newest set of this step below the backup folder.' }
    ConfigurationNotKept        = @{ Message = 'The file that was replaced is not kept here: {0}. Nothing was changed.'; Remedy = 'Take it from a backup of this host, or install the component again.' }
    ConfigurationOther          = @{ Message = '{0} is not the file that is meant.'; Remedy = 'Find out who changed it. Compare again, then publish.' }
    ConfigurationCopyLeft       = @{ Message = 'A copy of the config file was left where IIS has its pages: {0}.'; Remedy = 'Delete it: it may hold the password of the Web Service SDK.' }
    ConfigurationNotRead        = @{ Message = 'The config file could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }

    AdfsRuleNamesProvider      = @{ Message = '{0} names {1} in its rules (number {2}). When the new adapter has another name, it asks for a provider that is not there: an error is to be expected, and nobody has proved it.'; Remedy = 'Decide about rule {2} of this AD FS farm: edit it between off and on, or leave it.' }
    AdfsRuleNamesOther         = @{ Message = '{0} asks {1}, which stays as it is.'; Remedy = 'Nothing to do.' }
    AdfsRuleAsksOther          = @{ Message = '{0} asks for a second factor, and {1} stays on while the adapter is off.'; Remedy = 'Nothing to do. Try one sign-in during the outage.' }
    AdfsRuleAsksNobody         = @{ Message = '{0} asks for a second factor, and while {1} is off no provider is left: an error is to be expected, and nobody has proved it.'; Remedy = 'Tell its people when, or let another provider answer meanwhile.' }
    AdfsRulesNone              = @{ Message = 'Places without rules of their own: {0}. The switch does not change what they ask.'; Remedy = 'Nothing to do.' }
    AdfsRuleNotRead            = @{ Message = 'The rules of AD FS could not be read: {0}'; Remedy = 'Put right what the message names, then run the step again.' }
    AdfsNotPrimary              = @{ Message = '{0} is a secondary of an AD FS farm with WID, and only the AD FS primary may write: {1}. Nothing was changed.'; Remedy = 'Where the role has moved, correct primary in farm.json and accept the change, or move the role back. Where that node cannot go on inside the outage, make this node the AD FS primary (Set-AdfsSyncProperties -Role PrimaryComputer) and run the same command here; the page of the step says what it needs.' }
    AdfsProviderUnknown         = @{ Message = 'AD FS has no provider {0}; it has: {1}. Nothing was changed.'; Remedy = 'Look who removed it. Correct registeredProvider in farm.json where the name is another one, and accept the change.' }
    AdfsProviderOfWindows       = @{ Message = '{0} is a provider that AD FS brings itself. Nothing was changed.'; Remedy = 'Leave it. Correct registeredProvider in farm.json: it is the adapter of MFA Server that is meant.' }
    AdfsProviderInPolicy        = @{ Message = '{0} is still on: the global policy names it. Nothing was changed.'; Remedy = 'Switch it off first, then run the step again.' }
    AdfsProviderInRule          = @{ Message = '{0} is still named by: {1}. Nothing was changed.'; Remedy = 'Edit these rules first, by what was decided for each, then run the step again.' }
    AdfsListChanged             = @{ Message = 'The list of additional providers is {0}, and it should be {1}: somebody else has changed it. Nothing was changed.'; Remedy = 'Find out who did. Set the list as it should be, or take over the change by hand and use Mark as Done.' }
    AdfsListNotSet              = @{ Message = 'The list of additional providers was set and reads {0}, and it should be {1}.'; Remedy = 'Read it again with Get-AdfsGlobalAuthenticationPolicy, set it by hand where it differs, then use Find Out on the step.' }
    AdfsRegistrationDiffers     = @{ Message = 'The registered providers are {0}, and they should be {1}.'; Remedy = 'Compare them with Get-AdfsAuthenticationProvider. Where the name in the script is another one, unregister that again; then run the step again.' }
    AdfsScriptOtherName         = @{ Message = 'The script {0} registers {1}, and {2} is wanted. Nothing was changed.'; Remedy = 'Compare it with the one in the program folder of MFA Server. Copy the right one, then run the step again.' }
    AdfsAdapterNotHere          = @{ Message = 'The adapter {0} is not on {1}, and AD FS loads it there when it is registered. Nothing was changed.'; Remedy = 'Install it on this node first, then run the step again.' }
    AdfsNotSynced               = @{ Message = '{0} has not synced with {1} in {2} seconds. Nothing was restarted.'; Remedy = 'See that AD FS runs on the AD FS primary and that port 80 is open to it; read Get-AdfsSyncProperties here. Then run the step again.' }
    AdfsNotReady                = @{ Message = 'AD FS on {0} was restarted and was not ready after {1} seconds: no event 100, or no answer of its probe.'; Remedy = 'Keep the node out of traffic. Read AD FS/Admin, then use Find Out on the step.' }
    AdfsStopped                 = @{ Message = 'The service adfssrv does not run on {0}.'; Remedy = 'Start it, and keep the node out of traffic until the probe answers.' }
    AdfsNotRestarted            = @{ Message = 'AD FS on {0} has run since {1}, and the adapter came to this node at {2}: it has another one loaded, or none.'; Remedy = 'Run the step again: it restarts AD FS.' }
    AdfsNotStarted              = @{ Message = 'AD FS on {0} has logged no event 100 since it started at {1}.'; Remedy = 'Wait for it, and read AD FS/Admin. Keep the node out of traffic.' }
    AdfsProviderNotLoaded       = @{ Message = 'AD FS on {0} could not load a provider at its last start: {1}'; Remedy = 'A version that is not on this node: install the adapter here. The old version: this node has not synced, or the old registration is still there. Then restart AD FS.' }
    AdfsProbeSilent             = @{ Message = '{0} does not answer http://{0}/adfs/probe: {1}'; Remedy = 'Keep it out of traffic. See whether adfssrv runs there and whether port 80 is open.' }
    AdfsDependentStopped        = @{ Message = 'The service {1} on {0} depends on AD FS, starts by itself and does not run.'; Remedy = 'Start it.' }
    AdfsProviderStillOn         = @{ Message = '{0} is still on. The list of additional providers: {1}.'; Remedy = 'Run the step again, or switch it off in the console of AD FS.' }
    AdfsProviderNotOn           = @{ Message = '{0} is not on. The list of additional providers: {1}.'; Remedy = 'Run the step again, or switch it on in the console of AD FS.' }
    AdfsProviderStillThere      = @{ Message = '{0} is still registered. AD FS has: {1}.'; Remedy = 'Run the step again.' }
    AdfsProviderMissing         = @{ Message = '{0} is not registered. AD FS has: {1}.'; Remedy = 'Register the adapter: run that step again.' }
    AdfsPollNotLowered          = @{ Message = 'This secondary polls every {0} seconds, and {1} are wanted meanwhile.'; Remedy = 'Run the step again, or go on: each wait for a sync takes as long.' }
    AdfsPollStillLowered        = @{ Message = 'This secondary still polls every {0} seconds.'; Remedy = 'Run the step again, or set it with Set-AdfsSyncProperties -PollDuration 300, which is what AD FS comes with.' }
    AdfsNotRead                 = @{ Message = 'AD FS could not be looked at: {0}'; Remedy = 'Put right what the message names, then use Find Out on the step.' }
}
