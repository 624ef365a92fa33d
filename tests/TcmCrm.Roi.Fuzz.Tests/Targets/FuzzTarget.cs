namespace TcmCrm.Roi.Fuzz.Tests.Targets;

/// <summary>One way into the libraries or the command line: makes inputs, gives them in and holds what comes out to its laws.</summary>
internal abstract class FuzzTarget
{
    internal abstract string Name { get; }

    /// <summary>What the target asserts of every input, in the words of docs/reliability.md.</summary>
    internal abstract string Laws { get; }

    /// <summary>The most processor time that an input may take, beside what its bytes may.</summary>
    internal virtual TimeSpan MostTime => TimeSpan.FromSeconds(1);

    internal abstract byte[] Next(Random random);

    /// <summary>Gives an input in.</summary>
    /// <returns>Whether it was sound, and an answer that must come again the same.</returns>
    internal abstract (bool IsSound, string Answer) Examine(byte[] input);
}
