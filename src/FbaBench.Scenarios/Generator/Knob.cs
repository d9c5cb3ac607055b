namespace FbaBench.Scenarios.Generator;

/// <summary>What a knob moves: from its easy value to its hard one.</summary>
internal static class Knob
{
    public static double Linear(double knob, double easy, double hard) => easy + ((hard - easy) * knob);
}
