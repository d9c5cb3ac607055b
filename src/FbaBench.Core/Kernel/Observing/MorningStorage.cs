using System.Collections;
using FbaBench.Kernel.Charges;
using FbaBench.Market;

namespace FbaBench.Kernel.Observing;

/// <summary>The storage utilisation surcharge of a morning, worked out from the morning's stock when somebody reads it.</summary>
internal sealed class MorningStorage(OfferFees fees, MorningStock[] stock, int seat, int seats, double? limitMonths, int day, SimDate date) : IReadOnlyList<StorageUtilisationPreview>
{
    private StorageUtilisationPreview[]? _previews;

    public int Count => Previews.Length;

    private StorageUtilisationPreview[] Previews => _previews ??= [Of(SizeClass.Standard), Of(SizeClass.Bulky)];

    public StorageUtilisationPreview this[int index] => Previews[index];

    public IEnumerator<StorageUtilisationPreview> GetEnumerator() => ((IEnumerable<StorageUtilisationPreview>)Previews).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private StorageUtilisationPreview Of(SizeClass size) => StorageCharge.Preview(fees, stock, seat, seats, limitMonths, size, day, date);
}
