# What each code says: what is, then what to do. {0}, {1} are values that New-MfaFinding and New-MfaErrorRecord are given.
@{
    RunFolderNotFound       = @{ Message = 'The run folder is not there: {0}'; Remedy = 'Run the step from the checklist; it makes the folder.' }
    RequestNotReadable      = @{ Message = 'The request of this run could not be read: {0}'; Remedy = 'Run the step from the checklist again.' }
    RequestTaken            = @{ Message = 'This run was started before; a request runs once.'; Remedy = 'Run the step from the checklist again. Where the first start did not end, use Find Out.' }
    RequestChanged          = @{ Message = 'The request is not the one that was recorded.'; Remedy = 'Find out who changed the run folder, then run the step from the checklist again.' }
    RequestOfOtherRun       = @{ Message = 'The request belongs to another run folder.'; Remedy = 'Run the step from the checklist again.' }
    RequestModeDiffers      = @{ Message = 'The mode of the request, {0}, does not belong to this folder.'; Remedy = 'Open the upgrade that is meant, production or rehearsal, and run the step from its checklist.' }
    RequestFunctionUnknown  = @{ Message = 'This version has no function {0}.'; Remedy = 'Check that the extension is the one that planned the step, or do the step by hand and mark it as done.' }
    RequestParameterUnknown = @{ Message = 'The function of this step takes no {0} from a request.'; Remedy = 'Check that the extension is the one that planned the step, then run it from the checklist again.' }
    RequestValueUnfit       = @{ Message = 'The value for {0} does not fit.'; Remedy = 'Correct it in farm.json or in the decision that it comes from, then run the step again.' }
    StepNeedsWindows        = @{ Message = 'This step runs on the Windows host {0}, and this computer has no Windows.'; Remedy = 'Run it on {0}, or do it there by hand and use Mark as Done. Rehearsals run everywhere.' }
    StepNeedsElevation      = @{ Message = 'This step changes {0}, and this PowerShell has no administrator rights.'; Remedy = 'Use Run Elevated, or start VS Code as administrator.' }
    BundleTaken             = @{ Message = 'This bundle was started on this host before; it runs once.'; Remedy = 'Carry the whole folder back as it is, then use Find Out on the step: where result.json is missing, it sends a bundle that only looks.' }
    BundleNeedsElevation    = @{ Message = 'This step changes {0}, and this PowerShell has no administrator rights.'; Remedy = 'Start Windows PowerShell as administrator, then the script again.' }
    BundleNeedsPowerShell   = @{ Message = 'This script needs Windows PowerShell 5.1 or later. Nothing was changed.'; Remedy = 'Install Windows Management Framework 5.1 on this host, or do the step by hand and use Mark as Done.' }
    BundleResultUnreadable  = @{ Message = 'The result.json that came back cannot be read: {0}'; Remedy = 'Wait until it is copied as a whole, or copy it again.' }
    BundleResultOther       = @{ Message = 'The result.json that came back belongs to another run.'; Remedy = 'Copy the one that lies beside the script of this bundle.' }
    BundleResultElsewhere   = @{ Message = 'The result.json that came back is of the computer {0}, and {1} is meant.'; Remedy = 'Look where the bundle was started. Then use Mark as Done or Override with what you saw.' }
    HostNotReached          = @{ Message = '{0} was not reached, nothing was changed: {1}'; Remedy = 'Check that the host is on and that PowerShell remoting works: use Open PowerShell on Host. Or do the step there by hand and use Mark as Done.' }
    HostTakesNoModule       = @{ Message = '{0} was reached and does not take our functions, nothing was changed: {1}'; Remedy = 'Check the language mode and the policies of PowerShell there, or do the step there by hand and use Mark as Done.' }
    HostNotAdministrator    = @{ Message = '{0} was reached as {1}, who is no administrator there. Nothing was changed.'; Remedy = 'Start VS Code as an account that is an administrator on {0}, then run the step again.' }
    HostLost                = @{ Message = 'The connection to {0} was lost while the step ran. Nobody knows how far it came.'; Remedy = 'Wait until the host answers, then use Find Out: it looks at the host again.' }
    StepStopped             = @{ Message = 'The step stopped: {0}'; Remedy = 'Read the lines above and put right what they name. Then use Find Out on the step, or run it again.' }
}
