using Trellis.Core.Codes;

namespace Trellis.Cli;

/// <summary>What a script learns from the exit code, and what a person reads when a command cannot do its work.</summary>
public static class Failure
{
    public const int Done = 0;
    public const int WrongUsage = 1;
    public const int DoneWithRejectedRows = 2;
    public const int Failed = 3;

    /// <summary>Runs a command; an expected failure becomes a sentence and an exit code, never a stack trace.</summary>
    public static async Task<int> GuardAsync(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (UsageException e)
        {
            Output.Say(e.Message);
            return WrongUsage;
        }
        catch (UnusableInputException e)
        {
            foreach (var problem in e.Problems)
                Output.Say($"{problem.Where}: {problem.Message}");
            return Failed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            Output.Say(e.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            Output.Say("Stopped. Nothing was written.");
            return Failed;
        }
    }
}

/// <summary>The command was asked for something that does not exist; the message says what does.</summary>
public sealed class UsageException(string message) : Exception(message);
